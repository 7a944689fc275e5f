package hone.bench.neutral;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.Better;
import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NeutralReaderTest implements ResultReaderLaws {

  private static final String SAMPLE =
      """
      {"benchmarks": [
        {"name": "search", "unit": "ms", "better": "lower", "samples": [12.5, 11]},
        {"name": "search", "unit": "MiB", "metric": "peak memory", "samples": [3]},
        {"name": "ingest", "unit": "orders/s", "samples": [900, 950]},
        {"name": "score", "unit": "points", "better": "higher", "samples": [7]},
        {"name": "broken", "failed": "no such order"}]}
      """;

  private final NeutralReader reader = new NeutralReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        "{\"benchmarks\": [{\"name\": \"NAME\", \"unit\": \"ns\", \"samples\": [NUMBER]}]}",
        name,
        number);
  }

  @Test
  void bringsUnitsToTheirBaseAndKnowsDirections() throws IOException {
    Results results = read(reader, SAMPLE);

    assertThat(measured(results, "search", "sec/op")).containsExactly(12_500_000, 11_000_000);
    assertThat(measured(results, "search", "peak memory")).containsExactly(3 * 1024 * 1024);
    assertThat(results.find("ingest", "orders/s").orElseThrow().metric().better())
        .isEqualTo(Better.HIGHER);
    assertThat(results.find("score", "points").orElseThrow().metric().better())
        .isEqualTo(Better.HIGHER);
    assertThat(results.failures()).containsExactly(new Failure("broken", "no such order"));
  }

  @Test
  void passesOverWhatNoRunCanHaveGiven() throws IOException {
    String text =
        """
        {"benchmarks": [{"name": "a\\u001b[31m", "unit": "ns",
                         "samples": [1, -1, 0, "x", null, 1e999, Infinity]}]}\
        """;

    assertThat(passedOver(reader, text))
        .hasSize(6)
        .allMatch(each -> each.contains("'a\\u001b[31m'"));
    assertThat(measured(read(reader, text), "a\u001b[31m", "sec/op")).containsExactly(1);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> read(reader, "{\"benchmarks\": [{\"unit\": \"ns\"}]}"))
        .hasMessage("bench.out: expected 'name' in benchmark 1");
    assertThatThrownBy(
            () -> read(reader, "{\"benchmarks\": [{\"name\": \"a\", \"samples\": [1]}]}"))
        .hasMessage("bench.out: expected 'unit' in benchmark 1");
    assertThatThrownBy(() ->
            read(
                reader,
                "{\"benchmarks\": [{\"name\": \"a\", \"unit\": \"ns\", \"better\": \"more\"}]}"))
        .hasMessage("bench.out: expected \"better\": \"lower\" or \"higher\" in benchmark 1");
    assertThatThrownBy(() -> read(reader, "{\"benchmarks\": [")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> read(reader, "{} {}")).hasMessageContaining("not JSON");
  }
}
