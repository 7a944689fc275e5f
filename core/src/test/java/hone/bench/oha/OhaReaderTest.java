package hone.bench.oha;

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

class OhaReaderTest implements ResultReaderLaws {

  private final OhaReader reader = new OhaReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("oha.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"url": "NAME", "summary": {"requestsPerSec": NUMBER}}
        """,
        name,
        number);
  }

  @Test
  void readsPercentilesAndFailures() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "requests", "p99-sec")[0]).isCloseTo(21e6, within(1e-6));
    assertThat(measured(results, "requests", "requests/s")).containsExactly(100);
    assertThat(measured(results, "requests", "failed requests")).containsExactly(5);
  }
}
