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

  @Test
  void readsSummaries() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "requests", "p50-sec")[0]).isCloseTo(4.1e6, within(1e-6));
    assertThat(measured(results, "requests", "p95-sec")).containsExactly(9.25e6);
    assertThat(measured(results, "requests{name:search}", "p90-sec")).containsExactly(11.5e6);
    assertThat(measured(results, "requests", "requests/s")).containsExactly(40);
    assertThat(measured(results, "requests", "failed requests")).containsExactly(3);
  }

  @Test
  void readsEveryRequestOfAStream() throws IOException {
    Results results = read(reader, recording("k6-stream.jsonl"));

    assertThat(measured(results, "orders", "sec/op")).containsExactly(4.25e6, 5.5e6);
    assertThat(measured(results, "orders", "failed requests")).containsExactly(1);
  }
}
