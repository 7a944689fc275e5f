package hone.bench.libtest;

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

class LibtestReaderTest implements ResultReaderLaws {

  private final LibtestReader reader = new LibtestReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("libtest.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        running 1 test
        test NAME ... bench:       NUMBER ns/iter (+/- 3)
        """,
        name,
        number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Test
  void readsWhatCargoBenchPrints() throws IOException {
    Results results = read(reader, sample());

    // as printed by cargo bench, rustc 1.95.0, in libtest.txt
    assertThat(measured(results, "benches::total_10", "sec/op")).containsExactly(4.54);
    assertThat(measured(results, "benches::total_100000", "sec/op")).containsExactly(48183.55);
    assertThat(results.failures()).containsExactly(new Failure("benches::broken", "failed"));
  }

  @Test
  void readsWhatCriterionPrintsInThatForm() throws IOException {
    Results results = read(reader, recording("criterion-bencher.txt"));

    assertThat(measured(results, "invoice/total/1000", "sec/op")).containsExactly(495);
    assertThat(results.series()).hasSize(3);
  }
}
