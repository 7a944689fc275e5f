package hone.bench.locust;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.bench.Series;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LocustReaderTest implements ResultReaderLaws {

  private final LocustReader reader = new LocustReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("locust.csv");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        Type,Name,Request Count,Failure Count,50%
        GET,NAME,1,,NUMBER
        """,
        name, number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Test
  void readsARowForEachEndpoint() throws IOException {
    Results results = read(reader, sample());

    // as written by locust 2.47.0, in locust.csv
    assertThat(measured(results, "/orders/[id]", "mean-sec")[0])
        .isCloseTo(2.3892354213596154e6, within(1e-6));
    assertThat(measured(results, "/orders/[id]", "p99-sec")).containsExactly(4e6);
    assertThat(measured(results, "/search", "failed requests")).containsExactly(65);
    assertThat(results.series().stream().map(Series::benchmark).distinct())
        .containsExactly("/orders/[id]", "/search");
  }
}
