package hone.bench.pgbench;

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

class PgbenchReaderTest implements ResultReaderLaws {

  private final PgbenchReader reader = new PgbenchReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("pgbench.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        transaction type: NAME
        latency average = NUMBER ms
        """,
        name,
        number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Test
  void readsWhatPgbenchPrints() throws IOException {
    Results results = read(reader, sample());

    // as printed by pgbench 15.18, in pgbench.txt
    String type = "<builtin: TPC-B (sort of)>";
    assertThat(measured(results, type, "mean-sec")[0]).isCloseTo(0.716e6, within(1e-6));
    assertThat(measured(results, type, "transactions/s")).containsExactly(2787.934484);
    assertThat(measured(results, type, "failed transactions")).containsExactly(0);
  }

  @Test
  void readsEveryTransactionOfALog() throws IOException {
    byte[] log = recording("pgbench-log.txt");

    assertThat(measured(read(reader, log), "transactions", "sec/op"))
        .hasSize(40)
        .startsWith(3963e3, 1224e3);
  }
}
