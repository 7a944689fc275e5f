package hone.bench.pyperf;

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

class PyperfReaderTest implements ResultReaderLaws {

  private final PyperfReader reader = new PyperfReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("pyperf.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"benchmarks": [{"metadata": {"name": "NAME"}, "runs": [{"values": [NUMBER]}]}]}
        """,
        name,
        number);
  }

  @Test
  void readsTheValuesOfEveryProcessWithoutWarmUps() throws IOException {
    Results results = read(reader, sample());

    // values of pyperf 2.10.0 itself: 3 processes of 4, in seconds
    assertThat(measured(results, "total of 10", "sec/op")).hasSize(12);
    assertThat(measured(results, "total of 10", "sec/op")[0])
        .isCloseTo(124.9386034005151, within(1e-9));
    assertThat(results.series()).hasSize(2);
  }
}
