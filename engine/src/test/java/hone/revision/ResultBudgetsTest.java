package hone.revision;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Better;
import hone.bench.Metric;
import hone.bench.Series;
import hone.gate.Phase;
import hone.live.BudgetJudgement;
import hone.live.BudgetJudgement.Outcome;
import hone.measure.Run;
import hone.measure.Schedule;
import hone.measure.Side;
import hone.standard.Budget;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultBudgetsTest {

  private static final Metric P99 = new Metric("p99-sec", Unit.NANOSECONDS, Better.LOWER);

  /// Six runs at 101 to 106: `qbinom(0.025, 6, 0.5)` of R is 1, so that the first and the last
  /// bound the median.
  @Test
  void judgesABenchmarkByItsRunsWithAnInterval() {
    BudgetJudgement kept = judged(budget(Unit.NANOSECONDS, 200, 1), Metric.TIME, 101);
    BudgetJudgement broken = judged(budget(Unit.NANOSECONDS, 50, 1), Metric.TIME, 101);
    BudgetJudgement doubtful = judged(budget(Unit.NANOSECONDS, 102, 1), Metric.TIME, 101);

    assertThat(kept.outcome()).isEqualTo(Outcome.MET);
    assertThat(kept.certain()).isTrue();
    assertThat(kept.figure().orElseThrow().value()).isEqualTo(103.5);
    assertThat(kept.figure().orElseThrow().low()).isEqualTo(OptionalDouble.of(101));
    assertThat(kept.figure().orElseThrow().high()).isEqualTo(OptionalDouble.of(106));
    assertThat(broken.breached() && broken.certain()).isTrue();
    assertThat(doubtful.breached()).isTrue();
    assertThat(doubtful.certain()).isFalse();
    assertThat(doubtful.reason()).isEqualTo("the interval does not lie on one side of the limit");
  }

  @Test
  void reachesForAThroughputInsteadOfKeepingBelowIt() {
    assertThat(judged(budget(Unit.of("ops/s"), 50, 1), Metric.THROUGHPUT, 101).outcome())
        .isEqualTo(Outcome.MET);
    assertThat(judged(budget(Unit.of("ops/s"), 500, 1), Metric.THROUGHPUT, 101).certain()).isTrue();
    assertThat(judged(budget(Unit.of("ops/s"), 500, 1), Metric.THROUGHPUT, 101).breached())
        .isTrue();
  }

  @Test
  void takesALatencyFromALoadToolOfOneTarget() {
    Budget latency =
        new Budget(
            Budget.Measure.LATENCY, 0.99, "", Optional.empty(), new Quantity(50, Unit.NANOSECONDS));

    assertThat(judged(latency, P99, 101).breached()).isTrue();
    assertThat(judged(latency, P99, 101).reason())
        .isEqualTo("as the benchmarks of the head measured it");
    assertThat(judged(latency, Metric.TIME, 101).outcome()).isEqualTo(Outcome.NOT_MEASURED);
  }

  @Test
  void saysThatNothingMeasuredIt() {
    assertThat(judged(budget(Unit.BYTES, 16, 1), Metric.TIME, 101).reason())
        .isEqualTo("no run of the head has B/op of 'Encode'");
  }

  private static BudgetJudgement judged(Budget budget, Metric metric, int from) {
    List<Run> runs =
        IntStream.range(0, 12)
            .mapToObj(i ->
                new Run(
                    new Schedule.Slot(
                        Phase.FIRST, i, i / 4, i % 2 == 0 ? Side.CANDIDATE : Side.BASE),
                    Instant.EPOCH,
                    1,
                    List.of(new Series("Encode", metric, List.of((double) (from + i / 2))))))
            .toList();
    return new ResultBudgets(runs)
        .over(List.of(BudgetJudgement.notMeasured(budget, "no load")))
        .getFirst();
  }

  private static Budget budget(Unit unit, double limit, double quantile) {
    return new Budget(
        Budget.Measure.BENCHMARK, quantile, "Encode", Optional.empty(), new Quantity(limit, unit));
  }
}
