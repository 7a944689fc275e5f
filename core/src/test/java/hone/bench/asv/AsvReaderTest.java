package hone.bench.asv;

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
import hone.bench.Series;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AsvReaderTest implements ResultReaderLaws {

  private final AsvReader reader = new AsvReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("asv.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"env_name": "x", "result_columns": ["result", "params"],
         "results": {"NAME": [[NUMBER], []]}}
        """,
        name,
        number);
  }

  @Test
  void readsSamplesOfEachCombination() throws IOException {
    Results results = read(reader, sample());

    // "samples" of asv 0.6.6 itself, in asv.json, in s
    assertThat(measured(results, "orders.Invoice.time_total(10)", "sec/op")).hasSize(10);
    assertThat(measured(results, "orders.Invoice.time_total(1000)", "sec/op")[0])
        .isCloseTo(6598.998879780993, within(1e-9));
    assertThat(measured(results, "orders.Invoice.peakmem_total(10)", "B/op"))
        .containsExactly(24838144);
    assertThat(measured(results, "orders.Invoice.track_lines(1000)", "value"))
        .containsExactly(1000);
    assertThat(results.failures())
        .containsExactly(new Failure("orders.Broken.time_search", "no result"));
  }

  @Test
  void namesEveryCombinationInTheOrderOfTheirResults() throws IOException {
    Results results =
        read(
            reader,
            """
            {"env_name": "x", "result_columns": ["result", "params"], "results":
              {"time_a": [[1, NaN, null, 4], [["1", "2"], ["x", "y"]]]}}\
            """);

    assertThat(results.series().stream().map(Series::benchmark))
        .containsExactly("time_a(1, x)", "time_a(2, y)");
    assertThat(results.failures()).containsExactly(new Failure("time_a(2, x)", "no result"));
  }
}
