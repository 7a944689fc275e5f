package hone.bench.mitata;

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
import hone.bench.Series;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MitataReaderTest implements ResultReaderLaws {

  private final MitataReader reader = new MitataReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("mitata.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        "{\"benchmarks\": [{\"alias\": \"NAME\", \"runs\": [{\"stats\": {\"samples\": [NUMBER]}}]}]}",
        name,
        number);
  }

  @Test
  void itsMeansAreTheAveragesOfMitata() throws IOException {
    Results results = read(reader, sample());

    // "avg" of mitata 1.0.34 itself, in mitata.json
    assertThat(mean(measured(results, "sum of 30000000", "sec/op")))
        .isCloseTo(33079740.785714287, withinPercentage(1e-10));
    assertThat(mean(measured(results, "sum of 60000000", "sec/op")))
        .isCloseTo(202380513.25, withinPercentage(1e-10));
    assertThat(mean(measured(results, "search", "sec/op")))
        .isCloseTo(95088371.66666691, withinPercentage(1e-10));
    assertThat(results.failures()).containsExactly(new Failure("broken", "no such order"));
  }

  @Test
  void namesTheGroupOnlyWhereNeeded() throws IOException {
    String text =
        """
        {"layout": [{"name": "orders", "types": []}, {"name": "invoices", "types": []}],
         "benchmarks": [
           {"alias": "find", "group": 0, "runs": [{"stats": {"samples": [1]}}]},
           {"alias": "find", "group": 1, "runs": [{"stats": {"avg": 2}}]},
           {"alias": "sum", "group": 1, "runs": [{"stats": {"samples": [3]}}]},
           {"alias": "none", "group": 1, "runs": []}]}\
        """;

    assertThat(read(reader, text).series().stream().map(Series::benchmark))
        .containsExactly("orders/find", "invoices/find", "sum");
    assertThat(passedOver(reader, text))
        .containsExactly(
            "bench.out:2: no samples of 'find': its average stands for all",
            "bench.out:4: no runs of 'none'");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
