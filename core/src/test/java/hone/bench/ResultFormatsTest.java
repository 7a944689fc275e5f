package hone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.go.GoReader;
import hone.bench.jmh.JmhReader;
import hone.bench.mitata.MitataReader;
import hone.bench.neutral.NeutralReader;
import hone.bench.pytest.PytestReader;
import hone.bench.tinybench.TinybenchReader;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ResultFormatsTest {

  private static final ResultFormats FORMATS =
      new ResultFormats(
          List.of(
              new GoReader(),
              new JmhReader(),
              new PytestReader(),
              new TinybenchReader(),
              new MitataReader(),
              new NeutralReader()),
          Limits.defaults());

  @Test
  void findsTheOneReaderOfEveryRecording() {
    Map<String, String> recordings =
        Map.of(
            "go.txt", "go",
            "go-events.jsonl", "go",
            "jmh.json", "jmh",
            "pytest.json", "pytest-benchmark",
            "tinybench.json", "tinybench",
            "mitata.json", "mitata");

    recordings.forEach((file, format) -> {
      byte[] head = ResultReaderLaws.head(ResultReaderLaws.recording(file));
      assertThat(FORMATS.readers().stream().filter(each -> each.sniff(head) != Sniff.NO))
          .as(file)
          .extracting(ResultReader::format)
          .containsExactly(format);
    });
  }

  @Test
  void unpacksGzipAndReadsByNameToo() throws IOException {
    byte[] text = ResultReaderLaws.recording("go.txt");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    Source source = Source.of("bench.gz", packed.toByteArray());

    Results plain = FORMATS.read(Source.of("bench.txt", text), ignored -> {});

    assertThat(FORMATS.read(source, ignored -> {})).isEqualTo(plain);
    assertThat(FORMATS.read(source, "go", ignored -> {})).isEqualTo(plain);
  }

  @Test
  void refusesWhatNobodyKnowsAndSaysWhatIsKnown() {
    assertThatThrownBy(() -> FORMATS.read(Source.of("x", "hello".getBytes(UTF_8)), ignored -> {}))
        .hasMessage(
            "x: not benchmark results in any of:"
                + " go, jmh, pytest-benchmark, tinybench, mitata, hone");
    assertThatThrownBy(() -> FORMATS.read(Source.of("x", new byte[0]), ignored -> {}))
        .hasMessage("x: empty");
    assertThatThrownBy(() -> FORMATS.read(Source.of("x", new byte[1]), "asv", ignored -> {}))
        .hasMessageStartingWith("x: unknown format of benchmark results 'asv', known: go");
  }
}
