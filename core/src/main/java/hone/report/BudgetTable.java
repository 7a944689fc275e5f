package hone.report;

import hone.input.Printable;
import hone.live.AllocationRate;
import hone.live.BudgetJudgement;
import hone.live.Figure;
import hone.standard.Budget;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.List;
import java.util.OptionalDouble;

/// Judged budgets for people, in 80 columns: a line each, breaches in capitals.
public final class BudgetTable {

  private BudgetTable() {}

  /// The budgets, in the order of the standards; empty where there are none.
  public static String of(List<BudgetJudgement> judgements) {
    StringBuilder text = new StringBuilder();
    for (BudgetJudgement judgement : judgements) {
      text.append(Paragraph.of("Budget        ", 14, Printable.of(line(judgement))));
    }
    return text.toString();
  }

  /// One budget in a line: `p99 latency, api: 12.3 ms of at most 200 ms, met`.
  public static String line(BudgetJudgement judgement) {
    Budget budget = judgement.budget();
    String outcome =
        switch (judgement.outcome()) {
          case MET -> "met";
          case BREACHED -> "BREACHED";
          case NOT_MEASURED -> "not measured";
        };
    String reason = judgement.reason().isEmpty() ? "" : " (" + judgement.reason() + ")";
    String figure = judgement.figure().map(known -> figure(budget, known) + " of ").orElse("");
    return budget.name()
        + ": "
        + figure
        + (budget.isFloor() ? "at least " : "at most ")
        + amount(budget, budget.limit().value())
        + ", "
        + outcome
        + reason;
  }

  private static String figure(Budget budget, Figure figure) {
    String value = amount(budget, figure.value());
    boolean bounded = figure.low().isPresent() || figure.high().isPresent();
    return bounded
        ? value + " [" + end(budget, figure.low()) + ", " + end(budget, figure.high()) + "]"
        : value;
  }

  private static String end(Budget budget, OptionalDouble end) {
    return end.isPresent() ? amount(budget, end.getAsDouble()) : "?";
  }

  private static String amount(Budget budget, double value) {
    if (Double.isInfinite(value)) {
      return "no answer";
    }
    return switch (budget.measure()) {
      case ALLOCATION_RATE -> AllocationRate.text(value);
      case LATENCY, EVENT_LOOP_DELAY -> new Quantity(value, Unit.NANOSECONDS).toString();
      case BENCHMARK -> new Quantity(value, budget.limit().unit()).toString();
    };
  }
}
