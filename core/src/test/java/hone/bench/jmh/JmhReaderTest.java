package hone.bench.jmh;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.bench.Series;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JmhReaderTest implements ResultReaderLaws {

  private final JmhReader reader = new JmhReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("jmh.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        [{"jmhVersion": "1.37", "benchmark": "NAME", "mode": "avgt",
          "primaryMetric": {"scoreUnit": "ms/op", "rawData": [[NUMBER]]}}]
        """,
        name,
        number);
  }

  @Test
  void itsMeansAreTheScoresOfJmh() throws IOException {
    Results results = read(reader, sample());

    // "score" of JMH 1.37 itself, in jmh.json: us/op, then ops/ms
    assertThat(mean(measured(results, "InvoiceBench.total/lines=10", "sec/op")))
        .isCloseTo(191.34172843368225, withinPercentage(1e-10));
    assertThat(mean(measured(results, "InvoiceBench.total/lines=1000", "sec/op")))
        .isCloseTo(36891.25554816551, withinPercentage(1e-10));
    assertThat(mean(measured(results, "InvoiceBench.sum/lines=10", "ops/s")))
        .isCloseTo(64151434.68947689, withinPercentage(1e-10));
    assertThat(results.find("InvoiceBench.sum/lines=10", "ops/s").orElseThrow().metric())
        .isEqualTo(Metric.THROUGHPUT);
  }

  @Test
  void takesTheMeanOfEachHistogram() throws IOException {
    double[] values = measured(read(reader, sample()), "InvoiceBench.sampled/lines=10", "sec/op");

    // "score" in jmh.json is the mean over all samples, 54.43 ns/op; six iterations of like size
    assertThat(values).hasSize(6);
    assertThat(mean(values)).isCloseTo(54.42680118434039, withinPercentage(5));
  }

  @Test
  void readsWholeBytesOfTheAllocationProfilerAndNoOtherOfItsFigures() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "InvoiceBench.total/lines=10", "B/op"))
        .containsExactly(90, 88, 88, 112, 88, 88);
    assertThat(results.series().stream().map(each -> each.metric().name()).distinct())
        .containsExactlyInAnyOrder("sec/op", "ops/s", "B/op");
  }

  @Test
  void namesPackageAndModeOnlyWhereNeeded() throws IOException {
    String two =
        "["
            + String.join(
                ",",
                entry("a.Bench.run", "avgt"),
                entry("b.Bench.run", "avgt"),
                entry("b.Other.run", "ss"))
            + "]";

    assertThat(read(reader, two).series().stream().map(Series::benchmark))
        .containsExactly("a.Bench.run/mode=avgt", "b.Bench.run/mode=avgt", "Other.run");
  }

  @Test
  void passesOverTheNaNThatJmhWritesAsText() throws IOException {
    String text =
        """
        [{"benchmark":"a.B.c","mode":"avgt",
          "primaryMetric":{"scoreUnit":"ms/op","rawData":[[1.5,"NaN"]]}}, {}]\
        """;

    assertThat(passedOver(reader, text))
        .containsExactly(
            "bench.out:1: impossible sec/op of 'B.c': NaN",
            "bench.out:2: expected 'benchmark' and 'primaryMetric' in result 2");
    assertThat(measured(read(reader, text), "B.c", "sec/op")).containsExactly(1.5e6);
  }

  @Test
  void refusesARunThatMeasuredNothing() {
    assertThatThrownBy(() -> read(reader, "[]")).hasMessage("bench.out: no benchmark results");
  }

  private static String entry(String benchmark, String mode) {
    return """
    {"benchmark":"BENCHMARK","mode":"MODE",
     "primaryMetric":{"scoreUnit":"ns/op","rawData":[[1,2]]}}\
    """
        .replace("BENCHMARK", benchmark)
        .replace("MODE", mode);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
