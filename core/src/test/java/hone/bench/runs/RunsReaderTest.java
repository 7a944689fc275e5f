package hone.bench.runs;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RunsReaderTest implements ResultReaderLaws {

  private final RunsReader reader = new RunsReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("runs.jsonl");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"wall_nanos": 1, "side": "base", "results": [{"benchmark": "NAME", "metric": "sec/op",\
         "unit": "nanoseconds", "better": "lower", "samples": [NUMBER]}]}
        """,
        name,
        number);
  }

  @Test
  void keepsTheSidesApart() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "Encode [side: base]", "sec/op")).containsExactly(1718.0, 1720.5);
    assertThat(measured(results, "Encode [side: candidate]", "sec/op"))
        .containsExactly(1423, 1425.5, 1424);
  }
}
