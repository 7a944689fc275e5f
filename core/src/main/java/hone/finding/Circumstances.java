package hone.finding;

import hone.live.BudgetJudgement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the profiles were taken, as far as they do not say themselves.
///
/// @param loaded   whether the service was under load meanwhile
/// @param duration how long was recorded; a duration in a profile stands before it
/// @param budgets  what came of the team's budgets meanwhile; none where nobody looked
public record Circumstances(
    boolean loaded, Optional<Duration> duration, List<BudgetJudgement> budgets) {

  public Circumstances {
    budgets = List.copyOf(budgets);
  }

  /// Under load, for as long as the profiles say.
  public static Circumstances underLoad() {
    return new Circumstances(true, Optional.empty(), List.of());
  }

  /// Nothing is known of any load.
  public static Circumstances unknown() {
    return new Circumstances(false, Optional.empty(), List.of());
  }
}
