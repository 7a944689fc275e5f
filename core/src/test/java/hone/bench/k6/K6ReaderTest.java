package hone.bench.k6;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class K6ReaderTest implements ResultReaderLaws {

  private final K6Reader reader = new K6Reader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("k6-summary.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"metric": "http_req_duration", "type": "Point",\
         "data": {"value": NUMBER, "tags": {"name": "NAME"}}}
        """,
        name,
        number);
  }

  /// Milliseconds as they stand in the file.
  @Test
  void readsSummaries() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "requests", "p50-sec")[0]).isCloseTo(1.1514415e6, within(1e-3));
    assertThat(measured(results, "requests", "p95-sec")[0]).isCloseTo(12.79123785e6, within(1e-3));
    assertThat(measured(results, "requests{name:search}", "p90-sec")[0])
        .isCloseTo(8.3933433e6, within(1e-3));
    assertThat(measured(results, "requests", "requests/s")[0])
        .isCloseTo(610.580064188, within(1e-9));
    assertThat(measured(results, "requests", "failed requests")).containsExactly(7);
  }

  /// 120 requests in 0.302014659 s, as the file says.
  @Test
  void readsTheNewerFormOfASummary() throws IOException {
    Results results = read(reader, recording("k6-machine-readable.json"));

    assertThat(measured(results, "requests", "p50-sec")[0]).isCloseTo(0.685587e6, within(1e-3));
    assertThat(measured(results, "requests", "p90-sec")[0]).isCloseTo(4.8175893e6, within(1e-3));
    assertThat(results.find("requests", "p95-sec")).isEmpty();
    assertThat(measured(results, "requests", "requests/s")[0])
        .isCloseTo(120 / 0.302014659, within(1e-9));
    assertThat(measured(results, "requests", "failed requests")).containsExactly(7);
  }

  @Test
  void readsEveryRequestOfAStream() throws IOException {
    Results results = read(reader, recording("k6-stream.jsonl"));

    assertThat(measured(results, "orders", "sec/op"))
        .containsExactly(new double[] {14.905642e6, 2.768404e6}, within(1e-3));
    assertThat(measured(results, "search", "failed requests")).containsExactly(2);
  }
}
