package hone.bench.benchmarkjs;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BenchmarkjsReaderTest implements ResultReaderLaws {

  private final BenchmarkjsReader reader = new BenchmarkjsReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("benchmarkjs.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        NAME x NUMBER ops/sec ±1.99% (11 runs sampled)
        """,
        name, number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Test
  void readsWhatBenchmarkJsPrints() throws IOException {
    Results results = read(reader, sample());

    // as printed by benchmark 2.1.4, in benchmarkjs.txt
    assertThat(measured(results, "RegExp#test", "ops/s")).containsExactly(61_350_486);
    assertThat(measured(results, "String#indexOf", "ops/s")).containsExactly(1_226_034_745);
    assertThat(results.failures()).containsExactly(new Failure("broken", "no result"));
  }
}
