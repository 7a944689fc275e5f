package hone.revision;

import hone.bench.Series;
import hone.live.BudgetJudgement;
import hone.live.BudgetJudgement.Outcome;
import hone.live.Figure;
import hone.measure.Run;
import hone.measure.Side;
import hone.standard.Budget;
import hone.stat.Medians;
import hone.stat.QuantileRanks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Budgets judged by what the benchmarks of the head measured.
///
/// A run counts once, by its median; the figure is the median over the runs, and its interval lies
/// between ranks that a binomial law gives. Only a breach that the whole interval is beyond closes
/// a gate.
///
/// @param runs of both sides
record ResultBudgets(List<Run> runs) {

  private static final double CONFIDENCE = 0.95;

  ResultBudgets {
    runs = runs.stream().filter(run -> run.slot().side() == Side.CANDIDATE).toList();
  }

  /// The judgements again, where the results tell of a budget that nothing else told of.
  List<BudgetJudgement> over(List<BudgetJudgement> judgements) {
    return judgements.stream()
        .map(each ->
            each.outcome() == Outcome.NOT_MEASURED ? judged(each.budget()).orElse(each) : each)
        .toList();
  }

  private Optional<BudgetJudgement> judged(Budget budget) {
    return switch (budget.measure()) {
      case BENCHMARK -> Optional.of(benchmark(budget));
      case LATENCY -> latency(budget);
      case ALLOCATION_RATE, EVENT_LOOP_DELAY -> Optional.empty();
    };
  }

  private BudgetJudgement benchmark(Budget budget) {
    double[] medians = medians(budget.endpointClass(), budget.metric());
    return medians.length == 0
        ? BudgetJudgement.notMeasured(
            budget,
            "no run of the head has " + budget.metric() + " of '" + budget.endpointClass() + "'")
        : judged(budget, medians, "");
  }

  /// What a load tool measured of the target that the class is named after, or of its only one.
  private Optional<BudgetJudgement> latency(Budget budget) {
    List<String> targets =
        runs.stream()
            .flatMap(run -> run.series().stream())
            .filter(series -> series.metric().name().equals(budget.metric()))
            .map(Series::benchmark)
            .distinct()
            .filter(name -> budget.endpointClass().isEmpty() || name.equals(budget.endpointClass()))
            .toList();
    return targets.size() == 1
        ? Optional.of(
            judged(
                budget,
                medians(targets.getFirst(), budget.metric()),
                "as the benchmarks of the head measured it"))
        : Optional.empty();
  }

  private double[] medians(String benchmark, String metric) {
    return runs.stream()
        .flatMap(run -> run.series().stream())
        .filter(
            series -> series.benchmark().equals(benchmark) && series.metric().name().equals(metric))
        .mapToDouble(series -> Medians.median(series.values()))
        .sorted()
        .toArray();
  }

  private static BudgetJudgement judged(Budget budget, double[] sorted, String note) {
    QuantileRanks ranks = QuantileRanks.of(sorted.length, 0.5, CONFIDENCE);
    Figure figure =
        new Figure(Medians.median(sorted), at(sorted, ranks.low()), at(sorted, ranks.high()));
    boolean breached = isBeyond(budget, figure.value());
    OptionalDouble near = breached == budget.isFloor() ? figure.high() : figure.low();
    boolean certain = near.isPresent() && isBeyond(budget, near.getAsDouble()) == breached;
    String across = certain ? "" : "the interval does not lie on one side of the limit";
    return new BudgetJudgement(
        budget,
        breached ? Outcome.BREACHED : Outcome.MET,
        Optional.of(figure),
        note.isEmpty() || across.isEmpty() ? note + across : note + "; " + across,
        certain,
        true);
  }

  private static boolean isBeyond(Budget budget, double value) {
    double limit = budget.limit().value();
    return budget.isFloor() ? value < limit : value > limit;
  }

  private static OptionalDouble at(double[] sorted, OptionalLong rank) {
    return rank.isPresent()
        ? OptionalDouble.of(sorted[Math.toIntExact(rank.getAsLong()) - 1])
        : OptionalDouble.empty();
  }
}
