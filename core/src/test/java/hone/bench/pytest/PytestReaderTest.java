package hone.bench.pytest;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.bench.Series;
import hone.stat.Medians;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PytestReaderTest implements ResultReaderLaws {

  private final PytestReader reader = new PytestReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("pytest.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        "{\"machine_info\": {}, \"benchmarks\": [{\"name\": \"NAME\", \"stats\": {\"data\": [NUMBER]}}]}",
        name,
        number);
  }

  @Test
  void itsMediansAreThoseOfPytestBenchmark() throws IOException {
    Results results = read(reader, sample());

    // "median" of pytest-benchmark 5.3.1 itself, in pytest.json: 2.229e-06 s and 9.01885e-05 s
    assertThat(Medians.median(measured(results, "test_total[10]", "sec/op")))
        .isCloseTo(2228.9998469204875, within(1e-6));
    assertThat(Medians.median(measured(results, "test_total[1000]", "sec/op")))
        .isCloseTo(90188.50005304557, within(1e-6));
    assertThat(results.find("test_total[10]", "sec/op").orElseThrow().samples()).hasSize(12);
  }

  @Test
  void takesTheMedianWhereTheRoundsWereNotSavedAndSaysSo() throws IOException {
    String text =
        """
        {"machine_info": {}, "benchmarks": [
          {"name": "test_a", "fullname": "x.py::test_a", "stats": {"median": 0.002}},
          {"name": "test_a", "fullname": "y.py::test_a", "stats": {"data": [0.001, NaN]}}]}\
        """;

    assertThat(passedOver(reader, text))
        .containsExactly(
            "bench.out:1: no raw data of 'test_a': its median stands for all rounds",
            "bench.out:2: impossible sec/op of 'test_a': NaN");
    assertThat(read(reader, text).series().stream().map(Series::benchmark))
        .containsExactly("x.py::test_a", "y.py::test_a");
    assertThat(measured(read(reader, text), "x.py::test_a", "sec/op")).containsExactly(2e6);
  }

  @Test
  void refusesADocumentWithoutBenchmarks() {
    assertThatThrownBy(() -> read(reader, "{\"machine_info\": {}}"))
        .hasMessage("bench.out: expected 'benchmarks' of pytest-benchmark");
  }
}
