package hone.audit;

import hone.finding.Findings;
import hone.live.BudgetJudgement;
import hone.project.Recorded;
import java.util.List;
import java.util.Optional;

/// What a run of the loop has come to.
///
/// @param run        its id
/// @param service    name of the service
/// @param recorded   what was collected, once it was
/// @param budgets    what came of the team's budgets, once the service was under load
/// @param findings   of the profiles, once they were analysed
/// @param contenders every candidate that was tried
public record Report(
    String run,
    String service,
    Optional<Recorded> recorded,
    List<BudgetJudgement> budgets,
    Optional<Findings> findings,
    List<Contender> contenders) {

  public Report {
    budgets = List.copyOf(budgets);
    contenders = List.copyOf(contenders);
  }

  /// Whether the service breaks a budget.
  public boolean breaksBudget() {
    return budgets.stream().anyMatch(BudgetJudgement::breached);
  }
}
