package hone.bench.perf;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PerfStatReaderTest implements ResultReaderLaws {

  private final PerfStatReader reader = new PerfStatReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("perfstat.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
         Performance counter stats for 'NAME':

                NUMBER msec task-clock
        """,
        name,
        number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Test
  void readsTheSameFromEveryForm() throws IOException {
    Results text = read(reader, sample());

    // as printed by perf 6.1, in perfstat.txt, .csv and .json
    assertThat(measured(text, "true", "task-clock-sec")[0]).isCloseTo(0.7e6, within(1e-6));
    assertThat(measured(text, "true", "page-faults")).containsExactly(50);
    assertThat(measured(text, "true", "elapsed-sec")[0]).isCloseTo(979e3, within(1e-6));
    Results csv = read(reader, recording("perfstat.csv"));
    assertThat(measured(csv, "perf stat", "page-faults")).containsExactly(49);
    assertThat(measured(csv, "perf stat", "task-clock-sec")[0]).isCloseTo(0.6e6, within(1e-6));
    Results json = read(reader, recording("perfstat.json"));
    assertThat(measured(json, "perf stat", "task-clock-sec")[0])
        .isCloseTo(0.616991e6, within(1e-6));
  }

  @Test
  void saysWhichCountersAreNotThere() throws IOException {
    assertThat(passedOver(reader, new String(sample(), UTF_8)))
        .contains("bench.out:10: no number of 'cycles': '<not supported>'");
  }
}
