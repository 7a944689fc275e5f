package hone.bench.hey;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Failure;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeyReaderTest implements ResultReaderLaws {

  private final HeyReader reader = new HeyReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("hey.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset
        NUMBER,0,0,0,0,0,200,0
        """,
        name,
        number);
  }

  @Override
  public String written(String name) {
    return name;
  }

  @Override
  public boolean hasNames() {
    return false;
  }

  @Test
  void readsWhatHeyPrints() throws IOException {
    Results results = read(reader, sample());

    // as printed by hey 0.1.5, in hey.txt
    assertThat(measured(results, "requests", "mean-sec")[0]).isCloseTo(2.6e6, within(1e-6));
    assertThat(measured(results, "requests", "p99-sec")[0]).isCloseTo(13.3e6, within(1e-6));
    assertThat(measured(results, "requests", "requests/s")).containsExactly(1521.6767);
    assertThat(measured(results, "requests", "failed requests")).containsExactly(0);
  }

  @Test
  void readsEveryRequest() throws IOException {
    assertThat(measured(read(reader, recording("hey.csv")), "requests", "sec/op")).hasSize(60);
  }

  @Test
  void doesNotBelieveARateOfErrors() throws IOException {
    Results results =
        read(
            reader,
            """

            Summary:
              Total:\t0.0100 secs
              Slowest:\t0.0000 secs
              Requests/sec:\t20000.0

            Error distribution:
              [200]\tGet "http://x": dial tcp: connection refused
            """);

    assertThat(results.series()).isEmpty();
    assertThat(results.failures()).containsExactly(new Failure("requests", "no answers"));
  }
}
