package hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Diagnostic;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsBuilderTest {

  private final List<Diagnostic> passedOver = new ArrayList<>();
  private final ResultsBuilder builder = new ResultsBuilder("bench.out", passedOver::add);

  @Test
  void doesNotMixUnitsUnderOneName() throws IOException {
    BenchmarkName name = new BenchmarkName("a", "a");
    builder.add(name, new Metric("score", Unit.COUNT, Better.HIGHER), 1, 1);
    builder.add(name, new Metric("score", Unit.BYTES, Better.HIGHER), 2, 2);

    assertThat(builder.build().series().getFirst().samples()).containsExactly(1.0);
    assertThat(passedOver)
        .containsExactly(
            new Diagnostic(
                "bench.out", 2, "unit or direction of score of 'a' is not the one before"));
  }

  @Test
  void keepsNamesInTheOrderOfTheirFirstAppearance() throws IOException {
    List<BenchmarkName> names =
        IntStream.range(0, 30).mapToObj(i -> new BenchmarkName("b" + i * 7 % 30, "b")).toList();
    for (int round = 0; round < 2; round++) {
      for (BenchmarkName name : names) {
        builder.add(name, Metric.TIME, 1, 1);
      }
    }

    assertThat(builder.names()).containsExactlyElementsOf(names);
  }

  @Test
  void numbersWhatEvenFullNamesDoNotTellApart() throws IOException {
    builder.add(new BenchmarkName("x.a", "a"), Metric.TIME, 1, 1);
    builder.add(new BenchmarkName("y.a", "a"), Metric.TIME, 2, 2);
    builder.add(new BenchmarkName("z", "x.a"), Metric.TIME, 3, 3);

    assertThat(builder.build().series().stream().map(Series::benchmark))
        .containsExactly("x.a", "y.a", "x.a#2");
  }
}
