package hone.bench.criterion;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.bench.Series;
import hone.input.Source;
import hone.stat.Medians;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CriterionReaderTest implements ResultReaderLaws {

  private final CriterionReader reader = new CriterionReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("criterion-messages.jsonl");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled(
        """
        {"reason": "benchmark-complete", "id": "NAME", "unit": "ns",\
         "iteration_count": [1], "measured_values": [NUMBER]}
        """,
        name,
        number);
  }

  @Test
  void dividesTimesByIterations() throws IOException {
    assertThat(measured(read(reader, sample()), "invoice/total/10", "sec/op"))
        .containsExactly(4140, 4135, 124300.0 * 3 / 90, 4150);
  }

  @Test
  void namesASampleByItsPath() throws IOException {
    Source source =
        Source.of(
            "/srv/shop/target/criterion/invoice/total/10/new/sample.json",
            recording("criterion-sample.json"));

    assertThat(reader.read(source, ignored -> {}).series().getFirst().benchmark())
        .isEqualTo("invoice/total/10");
  }

  @Test
  void readsTheNewestSamplesOfAFolder() throws Exception {
    Path folder =
        Path.of(Objects.requireNonNull(ResultReaderLaws.class.getResource("criterion")).toURI());

    Results results = CriterionFolder.read(folder, ignored -> {});

    assertThat(results.series().stream().map(Series::benchmark))
        .containsExactly("invoice/total/10", "invoice/total/1000", "search");
    // "median" of criterion 0.5 itself, in estimates.json: 4.458149629184711 ns
    assertThat(Medians.median(measured(results, "invoice/total/10", "sec/op")))
        .isCloseTo(4.458149629184711, within(1e-9));
  }
}
