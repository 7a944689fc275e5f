package hone.bench.tinybench;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TinybenchReaderTest implements ResultReaderLaws {

  private final TinybenchReader reader = new TinybenchReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("tinybench.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled("[{\"name\": \"NAME\", \"latency\": {\"samples\": [NUMBER]}}]", name, number);
  }

  @Test
  void itsMeanIsThatOfTinybench() throws IOException {
    Results results = read(reader, sample());

    // "mean" of tinybench 6.2.3 itself, in tinybench.json, in ms
    assertThat(Arrays.stream(measured(results, "invoice total", "sec/op")).average().orElseThrow())
        .isCloseTo(652913.0588235281, withinPercentage(1e-10));
    assertThat(results.failures()).containsExactly(new Failure("broken", "errored"));
  }

  @Test
  void findsTasksUnderAKeyAndResultsUnderATask() throws IOException {
    String text =
        """
        {"results": [{"name": "a", "result": {"latency": {"samples": [1, 2]}}},
                     {"name": "b", "latency": {"p50": 3, "mean": 4}},
                     {"name": "c", "error": {"message": "no such order"}},
                     {"latency": {}}]}\
        """;

    assertThat(measured(read(reader, text), "a", "sec/op")).containsExactly(1e6, 2e6);
    assertThat(measured(read(reader, text), "b", "sec/op")).containsExactly(3e6);
    assertThat(read(reader, text).failures()).containsExactly(new Failure("c", "no such order"));
    assertThat(passedOver(reader, text))
        .containsExactly(
            "bench.out:2: no samples of 'b': its median stands for all (retainSamples: true)",
            "bench.out:4: expected 'name' in task 4");
    assertThat(read(reader, text.replace("results", "benchmarks"))).isEqualTo(read(reader, text));
  }
}
