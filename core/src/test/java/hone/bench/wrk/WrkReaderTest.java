package hone.bench.wrk;

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

class WrkReaderTest implements ResultReaderLaws {

  private final WrkReader reader = new WrkReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("wrk.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        Running 3s test @ NAME
        Requests/sec:   NUMBER
        """,
        name,
        number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Test
  void readsWhatWrkPrints() throws IOException {
    Results results = read(reader, sample());

    // as printed by wrk 4.1.0, in wrk.txt
    String url = "http://127.0.0.1:8080/orders";
    assertThat(measured(results, url, "mean-sec")[0]).isCloseTo(0.9e6, within(1e-6));
    assertThat(measured(results, url, "p50-sec")[0]).isCloseTo(0.86e6, within(1e-6));
    assertThat(measured(results, url, "p99-sec")[0]).isCloseTo(2.02e6, within(1e-6));
    assertThat(measured(results, url, "requests/s")).containsExactly(2157.23);
  }

  @Test
  void readsTheCorrectedQuantilesOfWrk2AndCountsFailures() throws IOException {
    Results results =
        read(
            reader,
            """
            Running 10s test @ http://x
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.25ms    1.00ms   9.00ms   90.00%
              Latency Distribution (HdrHistogram - Recorded Latency)
             50.000%    1.50ms
             99.900%    7.50ms
            100.000%    9.50ms
              Latency Distribution (HdrHistogram - Uncorrected Latency (measured without delays))
             50.000%  100.00us
              Non-2xx or 3xx responses: 7
              Socket errors: connect 1, read 2, write 0, timeout 3
            Requests/sec:   1000.00
            """);

    assertThat(measured(results, "http://x", "p50-sec")).containsExactly(1.5e6);
    assertThat(measured(results, "http://x", "p99.9-sec")).containsExactly(7.5e6);
    assertThat(measured(results, "http://x", "p100-sec")).containsExactly(9.5e6);
    assertThat(measured(results, "http://x", "failed requests")).containsExactly(13);
  }
}
