package hone.bench.dotnet;

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

class DotnetReaderTest implements ResultReaderLaws {

  private final DotnetReader reader = new DotnetReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("benchmarkdotnet.json");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"HostEnvironmentInfo": {}, "Benchmarks": [
          {"FullName": "NAME", "Statistics": {"OriginalValues": [NUMBER]}}]}
        """,
        name,
        number);
  }

  @Test
  void readsIterationsAndAllocations() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "Shop.InvoiceBench.Total(Lines: 10)", "sec/op"))
        .containsExactly(101.25, 102.5, 100.75, 101);
    assertThat(measured(results, "Shop.InvoiceBench.Total(Lines: 10)", "B/op")).containsExactly(64);
    assertThat(results.failures())
        .containsExactly(new Failure("Shop.InvoiceBench.Broken", "no statistics"));
  }
}
