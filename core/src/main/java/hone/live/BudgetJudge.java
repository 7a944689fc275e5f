package hone.live;

import hone.live.BudgetJudgement.Outcome;
import hone.standard.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Judges budgets by what was measured under load.
///
/// A figure on the limit keeps the budget. The figure decides, not its interval; where the interval
/// reaches across the limit the judgement is not certain, and says so.
public final class BudgetJudge {

  /// Part of the requests from which failures or late starts make a latency doubtful.
  private static final double TELLING_SHARE = 0.01;

  /// The percentile of an event loop's delay where a budget names none.
  private static final double USUAL_QUANTILE = 0.99;

  private final LiveFigures figures;

  private BudgetJudge(LiveFigures figures) {
    this.figures = figures;
  }

  /// A judgement for each budget, in the same order.
  public static List<BudgetJudgement> judge(List<Budget> budgets, LiveFigures figures) {
    BudgetJudge judge = new BudgetJudge(figures);
    return budgets.stream().map(judge::judgement).toList();
  }

  private BudgetJudgement judgement(Budget budget) {
    return switch (budget.measure()) {
      case LATENCY ->
          figures
              .traffic()
              .map(traffic -> latency(budget, traffic))
              .orElseGet(
                  () -> BudgetJudgement.notMeasured(budget, "the load gave no figures of latency"));
      case ALLOCATION_RATE ->
          figures
              .allocation()
              .map(rate ->
                  judged(budget, Figure.of(rate.bytesPerSecond()), List.of(rate.source().text())))
              .orElseGet(() -> BudgetJudgement.notMeasured(budget, "no recording of allocations"));
      case EVENT_LOOP_DELAY ->
          figures
              .eventLoop()
              .map(loop -> eventLoop(budget, loop))
              .orElseGet(() ->
                  BudgetJudgement.notMeasured(
                      budget, "only the event loop of Node.js services is measured"));
      case BENCHMARK ->
          BudgetJudgement.notMeasured(budget, "load runs no benchmark: hone gate judges it");
    };
  }

  private static BudgetJudgement latency(Budget budget, Traffic traffic) {
    String endpointClass = budget.endpointClass();
    Optional<Latencies> latencies =
        endpointClass.isEmpty()
            ? Optional.of(traffic.all())
            : Optional.ofNullable(traffic.classes().get(endpointClass));
    if (latencies.isEmpty()) {
      return BudgetJudgement.notMeasured(
          budget, "no request of the load has the class '" + endpointClass + "'");
    }
    Optional<Figure> figure = latencies.get().quantile(budget.quantile());
    if (figure.isEmpty()) {
      return BudgetJudgement.notMeasured(
          budget,
          latencies.get().count() == 0
              ? "there were no requests"
              : "the load's tool does not tell this percentile");
    }
    return latency(budget, traffic, figure.get());
  }

  private static BudgetJudgement latency(Budget budget, Traffic traffic, Figure figure) {
    boolean failing = traffic.failedShare() > TELLING_SHARE;
    boolean late = traffic.lateShare() > TELLING_SHARE;
    List<String> notes = new ArrayList<>();
    if (failing) {
      notes.add(
          String.format(
              Locale.ROOT, "%.1f %% of the requests failed", traffic.failedShare() * 100));
    }
    if (late) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the requests left late or not at all, for this machine was too busy",
              traffic.lateShare() * 100));
    }
    boolean closed = traffic.model() == Traffic.Model.CLOSED;
    if (closed) {
      notes.add("a closed loop hides the worst latencies");
    }
    BudgetJudgement judged = judged(budget, figure, notes);
    if (failing && !judged.breached()) {
      return new BudgetJudgement(
          budget, Outcome.NOT_MEASURED, Optional.of(figure), judged.reason(), false, false);
    }
    boolean doubtful = judged.breached() ? late : closed;
    return new BudgetJudgement(
        budget,
        judged.outcome(),
        judged.figure(),
        judged.reason(),
        judged.certain() && !doubtful,
        traffic.isAll(budget.endpointClass()));
  }

  private static BudgetJudgement eventLoop(Budget budget, EventLoop loop) {
    if (loop.tickCount() == 0) {
      return BudgetJudgement.notMeasured(budget, "the event loop never ticked");
    }
    if (budget.quantile() == 1) {
      return judged(
          budget,
          Figure.of((double) loop.p99Nanos()),
          List.of("the 99th percentile, for the budget names none"));
    }
    if (budget.quantile() == USUAL_QUANTILE) {
      return judged(budget, Figure.of((double) loop.p99Nanos()), List.of());
    }
    return budget.quantile() == 0.5
        ? judged(budget, Figure.of((double) loop.p50Nanos()), List.of())
        : BudgetJudgement.notMeasured(budget, "only p50 and p99 of the delay are measured");
  }

  private static BudgetJudgement judged(Budget budget, Figure figure, List<String> notes) {
    double limit = budget.limit().value();
    boolean breached = figure.value() > limit;
    boolean across =
        breached
            ? figure.low().isPresent() && figure.low().getAsDouble() <= limit
            : figure.high().isPresent() && figure.high().getAsDouble() > limit;
    List<String> reasons = new ArrayList<>(notes);
    if (across) {
      reasons.add("the interval reaches across the limit");
    }
    return new BudgetJudgement(
        budget,
        breached ? Outcome.BREACHED : Outcome.MET,
        Optional.of(figure),
        String.join("; ", reasons),
        !across,
        true);
  }
}
