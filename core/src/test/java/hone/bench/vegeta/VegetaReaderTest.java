package hone.bench.vegeta;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VegetaReaderTest implements ResultReaderLaws {

  private final VegetaReader reader = new VegetaReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("vegeta.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"attack": "NAME", "code": 200, "latency": NUMBER}
        """,
        name,
        number);
  }

  @Test
  void readsReports() throws IOException {
    Results results = read(reader, sample());

    // as reported by vegeta 12.13.0, in vegeta.json
    assertThat(measured(results, "requests", "p50-sec")).containsExactly(842379);
    assertThat(measured(results, "requests", "requests/s")).containsExactly(50.45148817302063);
    assertThat(measured(results, "requests", "failed requests")).containsExactly(0);
  }

  @Test
  void readsEveryRequest() throws IOException {
    Results results = read(reader, recording("vegeta-results.jsonl"));

    assertThat(measured(results, "requests", "sec/op")).hasSize(12).startsWith(1133208);
  }
}
