package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CompareTest {

  private static final Rules RULES = Rules.defaults();

  @Test
  void neverMoreThanSuspectsHoweverClearItLooks() {
    Judgement faster = judgement(Metric.TIME, run(100, 10), run(60, 10));
    Judgement slower = judgement(Metric.THROUGHPUT, run(100, 10), run(60, 10));

    assertThat(faster.verdict()).isEqualTo(Verdict.SUSPECTED_IMPROVED);
    assertThat(slower.verdict()).isEqualTo(Verdict.SUSPECTED_REGRESSED);
    // 2 / C(20, 10)
    assertThat(faster.p()).isCloseTo(2.0 / 184756, within(1e-18));
    assertThat(faster.figures().orElseThrow().design()).isEqualTo(Figures.Design.UNBLOCKED);
  }

  @Test
  void itsEffectIsTheRatioOfTheMediansAndLiesInTheInterval() {
    double[] old = {100, 104, 99, 130, 101, 98, 103};
    double[] candidate = {91, 85, 88, 90, 120, 84, 86};
    Judgement judgement = judgement(Metric.TIME, old, candidate);

    assertThat(judgement.effect()).isCloseTo(88.0 / 101 - 1, within(1e-12));
    assertThat(judgement.effect()).isBetween(judgement.low(), judgement.high());
    // SciPy 1.17.1: mannwhitneyu(candidate, old, method='exact', alternative='two-sided')
    assertThat(judgement.p()).isCloseTo(0.01748251748251748, within(1e-14));
  }

  @Test
  void countsTheTiesThatBenchstatMiscounts() {
    double[] old = {1, 1, 1, 1};
    double[] candidate = {0, 1, 1};

    // benchstat v0.0.0-20260908200009-22c9c6c9d4da prints "0.00% (n=4+3)" with p = 0; true: 3/7
    assertThat(judgement(Metric.ALLOCATIONS, old, candidate).p()).isCloseTo(3.0 / 7, within(1e-15));
  }

  @Test
  void provesSamenessOrSaysItCannot() {
    assertThat(judgement(Metric.TIME, run(100, 10), run(100.3, 10)).verdict())
        .isEqualTo(Verdict.UNCHANGED);
    assertThat(judgement(Metric.TIME, run(100, 2), run(100.3, 2)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement(Metric.TIME, run(100, 1), run(300, 1)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void comparesCountsThatNeverVaryAsTheyAre() {
    double[] two = {2, 2, 2};
    double[] three = {3, 3, 3};

    assertThat(judgement(Metric.ALLOCATIONS, two, three).verdict())
        .isEqualTo(Verdict.SUSPECTED_REGRESSED);
    assertThat(judgement(Metric.ALLOCATIONS, two, two).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(judgement(Metric.ALLOCATIONS, two, three).figures().orElseThrow().design())
        .isEqualTo(Figures.Design.EXACT);
  }

  @Test
  void listsWhatOnlyOneSideHas() {
    Results old = new Results(List.of(new Series("a", Metric.TIME, List.of(1.0))));
    Results candidate = new Results(List.of(new Series("b", Metric.TIME, List.of(1.0))));

    assertThat(Compare.unblocked(old, candidate, RULES))
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.MISSING, Verdict.ADDED);
  }

  /// Numbers that rise by a thousandth each.
  private static double[] run(double first, int count) {
    return DoubleStream.iterate(first, each -> each * 1.001).limit(count).toArray();
  }

  private static Judgement judgement(Metric metric, double[] old, double[] candidate) {
    return Compare.unblocked(results(metric, old), results(metric, candidate), RULES).getFirst();
  }

  private static Results results(Metric metric, double[] values) {
    return new Results(List.of(new Series("a", metric, Arrays.stream(values).boxed().toList())));
  }
}
