package hone.live;

import hone.standard.Budget;
import java.util.Locale;
import java.util.Optional;

/// A budget, and whether the service kept it.
///
/// @param figure     what was measured, where it was
/// @param reason     why there is no judgement, or what to know about it; may be empty
/// @param certain    whether the figure's interval, where it has one, lies on one side of the limit,
///                   and nothing else makes it doubtful
/// @param everywhere whether every request of the load comes under it
public record BudgetJudgement(
    Budget budget,
    Outcome outcome,
    Optional<Figure> figure,
    String reason,
    boolean certain,
    boolean everywhere) {

  /// What a service did with a budget.
  public enum Outcome {
    MET,
    BREACHED,
    /// It was not measured, or not so that it could be told.
    NOT_MEASURED;

    /// As documents write it: `not-measured`.
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public BudgetJudgement {
    if (outcome != Outcome.NOT_MEASURED && figure.isEmpty()) {
      throw new IllegalArgumentException("judged without a figure: " + budget.name());
    }
  }

  /// A budget that nobody measured.
  public static BudgetJudgement notMeasured(Budget budget, String reason) {
    return new BudgetJudgement(
        budget, Outcome.NOT_MEASURED, Optional.empty(), reason, false, false);
  }

  public boolean breached() {
    return outcome == Outcome.BREACHED;
  }
}
