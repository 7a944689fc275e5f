package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdvisoryTest {

  @Test
  void suspectsWhatIsWorseAndProvesWhatIsEqual() {
    assertThat(verdict(1.2)).isEqualTo(Verdict.SUSPECTED_REGRESSED);
    assertThat(verdict(0.8)).isEqualTo(Verdict.SUSPECTED_IMPROVED);
    assertThat(verdict(1)).isEqualTo(Verdict.UNCHANGED);
  }

  @Test
  void saysNothingOfTooFewRuns() {
    List<Block> one = List.of(Block.of(new double[] {100, 101}, new double[] {150, 151}));

    assertThat(Advisory.of(new Contest("whole run", Metric.TIME, one), Rules.defaults()).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Verdict verdict(double ratio) {
    List<Block> blocks =
        IntStream.range(0, 5)
            .mapToObj(i ->
                Block.of(
                    new double[] {100 + i, 100.5 + i},
                    new double[] {(100.2 + i) * ratio, (100.3 + i) * ratio}))
            .toList();
    return Advisory.of(new Contest("whole run", Metric.TIME, blocks), Rules.defaults()).verdict();
  }
}
