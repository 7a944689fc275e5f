package hone.bench.vitest;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VitestReaderTest implements ResultReaderLaws {

  private final VitestReader reader = new VitestReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("vitest.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"files": [{"groups": [{"fullName": "x",
          "benchmarks": [{"name": "NAME", "samples": [NUMBER]}]}]}]}
        """,
        name,
        number);
  }

  @Test
  void takesTheMedianOfVitestAndSaysSo() throws IOException {
    Results results = read(reader, sample());

    // "median" of vitest 4.1.12 itself, in vitest.json, in ms
    assertThat(measured(results, "total of 10", "sec/op")[0]).isCloseTo(49, within(1e-3));
    assertThat(measured(results, "total of 1000", "sec/op")[0]).isCloseTo(536, within(1e-3));
    assertThat(results.failures()).containsExactly(new Failure("broken", "no result"));
    assertThat(passedOver(reader, new String(sample(), UTF_8)))
        .contains("bench.out:1: no samples of 'total of 10': their median stands for all");
  }
}
