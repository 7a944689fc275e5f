package hone.format.scalene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScaleneReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"alloc_samples": 52, "elapsed_time_sec": 2.0, "entrypoint_dir": "/srv/shop", "files": {
        "/srv/shop/orders.py": {"functions": [], "imports": ["import re"], "lines": [
          {"line": "total += 1", "lineno": 7, "n_cpu_percent_c": 5.0, "n_cpu_percent_python": 20.0,
           "n_sys_percent": 1.0, "n_malloc_mb": 0.5},
          {"line": "", "lineno": 8, "n_cpu_percent_c": 0.0, "n_cpu_percent_python": 0.0,
           "n_sys_percent": 0.0, "n_malloc_mb": 0.0}]}}}
      """;

  @Override
  public ProfileReader reader() {
    return new ScaleneReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  /// Scalene 2 writes its fields in the order of their names, stacks before anything else that tells.
  @Test
  void knowsItselfByTheFirstFieldsOfVersionTwo() {
    byte[] head =
        "{\"alloc_samples\": 0, \"args\": [\"spin.py\"], \"combined_stacks\": [[[".getBytes(UTF_8);
    assertThat(reader().sniff(head)).isEqualTo(Sniff.YES);
  }

  @Test
  void readsWhatEachLineCost() throws IOException {
    assertThat(Stacks.of(reader().read(Source.of("sample", sample()), _ -> {})))
        .containsExactly(
            "orders.py(/srv/shop/orders.py:7) 524288 400000000 100000000 20000000 520000000");
  }

  @Test
  void refusesSharesOfNoTime() {
    byte[] timeless = SAMPLE.replace("2.0, \"entry", "0, \"entry").getBytes(UTF_8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", timeless), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: '0.0' seconds are no time to divide");
  }

  // Oracle: a loop over json.load(…)["files"] that adds n_cpu_percent_python, n_cpu_percent_c and
  // n_sys_percent, times elapsed_time_sec; and the line with the greatest sum.
  @Test
  void addsUpToWhatScaleneSays() throws IOException {
    Path file = Shared.path("fixtures/profiles/scalene/e4e6218f/in/profile.json");

    Profile profile = reader().read(Source.of(file), _ -> {});

    int cpu = profile.defaultType();
    assertThat(profile.total(cpu) / 1e9).isCloseTo(1.6753311157226562, within(1e-6));
    assertThat(Hotspots.of(profile, cpu, Granularity.LINES).getFirst().line()).isEqualTo(21);
  }
}
