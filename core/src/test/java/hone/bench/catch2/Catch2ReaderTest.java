package hone.bench.catch2;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Catch2ReaderTest implements ResultReaderLaws {

  private final Catch2Reader reader = new Catch2Reader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("catch2.xml");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        <Catch2TestRun name="x"><BenchmarkResults name="NAME"><mean value="NUMBER"/>
        </BenchmarkResults></Catch2TestRun>
        """,
        name,
        number);
  }

  /// XML cannot hold control characters.
  @Override
  public String hostile() {
    return "a|`<b>`\u202e::error::x";
  }

  @Override
  public String written(String name) {
    return name.replace("<", "&lt;");
  }

  @Test
  void takesTheMeansOfCatch2AndSaysSo() throws IOException {
    Results results = read(reader, sample());

    // "mean" of Catch2 2.13.10 itself, in catch2.xml, in ns
    assertThat(measured(results, "total of 1000", "sec/op")).containsExactly(656.787);
    assertThat(measured(results, "search", "sec/op")).containsExactly(0.327878);
    assertThat(passedOver(reader, new String(sample(), UTF_8)))
        .contains("bench.out:7: no samples of 'total of 1000': their mean stands for all");
  }

  @Test
  void resolvesNoEntity() {
    String text =
        """
        <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
        <Catch2TestRun name="x"><BenchmarkResults name="a&e;"><mean value="1"/>
        </BenchmarkResults></Catch2TestRun>
        """;

    assertThatThrownBy(() -> read(reader, text)).hasMessageStartingWith("bench.out: ");
  }
}
