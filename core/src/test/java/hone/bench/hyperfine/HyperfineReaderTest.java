package hone.bench.hyperfine;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HyperfineReaderTest implements ResultReaderLaws {

  private final HyperfineReader reader = new HyperfineReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("hyperfine.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"results": [{"command": "NAME", "times": [NUMBER], "exit_codes": [0]}]}
        """,
        name,
        number);
  }

  @Test
  void itsMeansAreThoseOfHyperfine() throws IOException {
    Results results = read(reader, sample());

    // "mean" of hyperfine 1.15.0 itself, in hyperfine.json: 0.011298584 s
    assertThat(Arrays.stream(measured(results, "sleep 0.01", "sec/op")).average().orElseThrow())
        .isCloseTo(11298584, within(1e-3));
    assertThat(measured(results, "true", "sec/op")).hasSize(8);
  }

  @Test
  void aCommandThatFailedIsAFailure() throws IOException {
    Results results =
        read(
            reader,
            """
            {"results": [{"command": "a", "times": [1], "exit_codes": [0, 3]}]}
            """);

    assertThat(results.failures()).containsExactly(new Failure("a", "exit code 3"));
    assertThat(results.series()).isEmpty();
  }
}
