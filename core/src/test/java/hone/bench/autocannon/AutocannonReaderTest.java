package hone.bench.autocannon;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AutocannonReaderTest implements ResultReaderLaws {

  private final AutocannonReader reader = new AutocannonReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("autocannon.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"url": "NAME", "latency": {"p97_5": 1, "p50": NUMBER}}
        """,
        name,
        number);
  }

  @Test
  void readsWhatAutocannonPrints() throws IOException {
    Results results = read(reader, sample());

    // as printed by autocannon 9.0.0, in autocannon.json
    String url = "http://127.0.0.1:8080/orders";
    assertThat(measured(results, url, "p50-sec")).containsExactly(767e6);
    assertThat(measured(results, url, "p99.9-sec")).containsExactly(1412e6);
    assertThat(measured(results, url, "requests/s")).containsExactly(1736.67);
    assertThat(measured(results, url, "failed requests")).containsExactly(0);
  }

  @Test
  void aLatencyOfZeroIsOneItCannotTell() throws IOException {
    String text =
        """
        {"url": "u", "latency": {"p97_5": 1, "p50": 0, "p99": 2}}
        """;

    assertThat(read(reader, text).failures()).isEmpty();
    assertThat(passedOver(reader, text))
        .containsExactly("bench.out:1: p50 of 'u' is 0: less than the tool can tell");
  }
}
