package hone.bench.google;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.bench.Series;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoogleBenchmarkReaderTest implements ResultReaderLaws {

  private final GoogleBenchmarkReader reader = new GoogleBenchmarkReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("googlebenchmark.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"context": {"library_build_type": "release"}, "benchmarks": [
          {"name": "NAME", "run_type": "iteration", "real_time": NUMBER, "time_unit": "ns"}]}
        """,
        name,
        number);
  }

  @Test
  void keepsEveryRepetitionAndNoAggregate() throws IOException {
    Results results = read(reader, sample());

    // real_time of Google Benchmark 1.7.1 itself, in googlebenchmark.json, in us
    assertThat(measured(results, "BM_Total/10", "sec/op")[0])
        .isCloseTo(8.16034366685, within(1e-9));
    assertThat(measured(results, "BM_Total/10", "sec/op")).hasSize(3);
    assertThat(measured(results, "BM_Total/10", "cpu-sec/op")).hasSize(3);
    assertThat(results.series().stream().map(Series::benchmark).distinct())
        .containsExactly("BM_Total/10", "BM_Total/1000", "BM_Search");
    assertThat(results.failures()).contains(new Failure("BM_Broken", "no such order"));
  }

  @Test
  void takesTheMedianWhereOnlyAggregatesWereKept() throws IOException {
    String text =
        """
        {"context": {}, "benchmarks": [
          {"name": "a_mean", "run_name": "a", "run_type": "aggregate", "aggregate_name": "mean",
           "real_time": 9, "time_unit": "ms"},
          {"name": "a_median", "run_name": "a", "run_type": "aggregate",
           "aggregate_name": "median", "real_time": 8, "time_unit": "ms"}]}\
        """;

    assertThat(measured(read(reader, text), "a", "sec/op")).containsExactly(8e6);
    assertThat(passedOver(reader, text))
        .containsExactly("bench.out:2: no repetitions of 'a': their median stands for all");
  }
}
