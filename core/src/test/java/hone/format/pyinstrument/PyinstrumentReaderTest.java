package hone.format.pyinstrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyinstrumentReaderTest implements ReaderLaws {

  private static final String SESSION =
      """
      {"session": {"start_time": 1727459141.4, "duration": 0.5, "min_interval": 0.001,
        "max_interval": 0.001, "sample_count": 29},
       "frame_tree": {"identifier": "<module>\\u0000app.py\\u00001", "time": 0.4,
        "attributes": {"l4": 0.4}, "children": [
         {"identifier": "total\\u0000shop/orders.py\\u00007\\u0001l8", "time": 0.3, "attributes": {},
          "children": [{"identifier": "[self]", "time": 0.1, "attributes": {}, "children": []}]}]}}
      """;

  private static final String RENDERED =
      """
      {"start_time": 1727459141.4, "duration": 0.5, "sample_count": 29, "cpu_time": 0.4,
       "root_frame": {"function": "main", "file_path_short": "app.py", "file_path": "/srv/app.py",
        "line_no": 3, "time": 0.4, "await_time": 0.0, "is_application_code": true, "children": []}}
      """;

  /// What pyinstrument 5 saves: each sample with its stack.
  private static final String RECORDS =
      """
      {"start_time": 1795916123.9, "duration": 1.26, "min_interval": 0.001, "max_interval": 0.001,
       "sample_count": 3, "start_call_stack": ["MainThread\\u0000<thread>\\u0000140180417440640"],
       "frame_records": [
         [["<module>\\u0000app.py\\u00001\\u0001l9", "total\\u0000shop/orders.py\\u00007\\u0001l8"], 0.25],
         [["<module>\\u0000app.py\\u00001\\u0001l4"], 0.001], [[], 0.5]]}
      """;

  @Override
  public ProfileReader reader() {
    return new PyinstrumentReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SESSION.getBytes(UTF_8);
  }

  @Override
  public List<byte[]> samples() {
    return List.of(sample(), RENDERED.getBytes(UTF_8), RECORDS.getBytes(UTF_8));
  }

  @Test
  void readsTheSamplesOfASavedSession() throws IOException {
    Profile profile = reader().read(Source.of("sample", RECORDS.getBytes(UTF_8)), _ -> {});

    assertThat(Stacks.of(profile))
        .containsExactly(
            "<module>(app.py:1);total(shop/orders.py:7) 250000000",
            "<module>(app.py:1) 1000000",
            " 500000000");
    assertThat(profile.recording().durationNanos()).hasValue(1_260_000_000);
  }

  @Test
  void readsSessionsAndWhatIsRenderedOfThem() throws IOException {
    Profile session = reader().read(Source.of("sample", sample()), _ -> {});
    Profile rendered = reader().read(Source.of("sample", RENDERED.getBytes(UTF_8)), _ -> {});

    assertThat(Stacks.of(session))
        .containsExactly(
            "<module>(app.py:1) 100000000",
            "<module>(app.py:1);total(shop/orders.py:7) 200000000",
            "<module>(app.py:1);total(shop/orders.py:7) 100000000");
    assertThat(session.recording().durationNanos()).hasValue(500_000_000);
    assertThat(session.recording().periodNanos()).hasValue(1_000_000);
    assertThat(Stacks.of(rendered)).containsExactly("main(/srv/app.py:3) 400000000");
  }

  // Oracle: jq '.frame_tree.time' of each file.
  @ParameterizedTest
  @CsvSource({
    "ab0c0073/in/wikipedia_article_word_count.json, 0.410331",
    "74952761/in/django_template_render.json, 0.125509"
  })
  void addsUpToTheTimeOfTheRoot(String name, double seconds) throws IOException {
    Path file = Shared.path("fixtures/profiles/pyinstrument/" + name);

    Profile profile = reader().read(Source.of(file), _ -> {});

    assertThat(profile.total(0) / 1e9).isCloseTo(seconds, within(1e-3));
  }
}
