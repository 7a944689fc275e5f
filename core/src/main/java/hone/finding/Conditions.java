package hone.finding;

import hone.live.BudgetJudgement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the profiles were taken, as far as they do not say themselves.
///
/// @param loaded     whether the service was under load meanwhile
/// @param duration   how long was recorded; a duration in a profile stands before it
/// @param processors how many processors the service kept busy meanwhile, where anybody looked
/// @param budgets    what came of the team's budgets meanwhile; none where nobody looked
public record Conditions(
    boolean loaded,
    Optional<Duration> duration,
    OptionalDouble processors,
    List<BudgetJudgement> budgets) {

  public Conditions {
    budgets = List.copyOf(budgets);
  }

  /// Under load, for as long as the profiles say.
  public static Conditions underLoad() {
    return of(true);
  }

  /// Nothing is known but whether there was load.
  public static Conditions of(boolean loaded) {
    return new Conditions(loaded, Optional.empty(), OptionalDouble.empty(), List.of());
  }

  /// Nothing is known of any load.
  public static Conditions unknown() {
    return of(false);
  }
}
