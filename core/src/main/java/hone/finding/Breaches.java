package hone.finding;

import hone.live.AllocationRate;
import hone.live.AllocationRate.Source;
import hone.live.BudgetJudge;
import hone.live.BudgetJudgement;
import hone.live.LiveFigures;
import hone.standard.Budget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The budgets that a service breaks, and which findings are a part of why.
///
/// Only a breach that is certain raises anything. Allocations are a part of every breach of the
/// allocation rate. What takes time is one of every breach of the event loop's delay, and of
/// latency where all requests of the load come under that budget; where only some do, the profile
/// does not tell which of them ran the line.
record Breaches(List<BudgetJudgement> breached) {

  Breaches {
    breached = List.copyOf(breached);
  }

  /// The breaches that were seen under load; that of the allocation rate is taken from the profile
  /// of allocations where nobody looked.
  static Breaches of(Scope scope, Optional<Charged> memory) {
    List<BudgetJudgement> seen = scope.conditions().budgets();
    boolean judged =
        seen.stream().anyMatch(each -> each.budget().measure() == Budget.Measure.ALLOCATION_RATE);
    List<BudgetJudgement> own =
        judged ? List.of() : memory.map(charged -> allocation(scope, charged)).orElse(List.of());
    return new Breaches(
        Stream.concat(seen.stream(), own.stream()).filter(BudgetJudgement::breached).toList());
  }

  private static List<BudgetJudgement> allocation(Scope scope, Charged memory) {
    Optional<AllocationRate> rate =
        scope
            .duration(memory)
            .filter(duration -> !duration.isZero())
            .map(duration ->
                AllocationRate.of(memory.blame().total(), duration.toNanos(), Source.SAMPLED));
    LiveFigures figures =
        new LiveFigures(Optional.empty(), rate, Optional.empty(), Optional.empty());
    return BudgetJudge.judge(
        scope.standards().budgets(scope.service().language().orElseThrow()).stream()
            .filter(budget -> budget.measure() == Budget.Measure.ALLOCATION_RATE)
            .toList(),
        figures);
  }

  /// The budget that a finding of this kind and cause helps to break.
  Optional<Budget> brokenBy(ProfileKind kind, Category category) {
    return breached.stream()
        .filter(BudgetJudgement::certain)
        .filter(breach -> isBrokenBy(breach, kind, category))
        .map(BudgetJudgement::budget)
        .findFirst();
  }

  /// A breached budget of which nobody can say whether a line helps to break it.
  Optional<Budget> perhapsBrokenBy(ProfileKind kind) {
    return breached.stream()
        .filter(breach -> kind == ProfileKind.CPU && !breach.everywhere())
        .map(BudgetJudgement::budget)
        .findFirst();
  }

  private static boolean isBrokenBy(BudgetJudgement breach, ProfileKind kind, Category category) {
    return switch (breach.budget().measure()) {
      case ALLOCATION_RATE -> kind == ProfileKind.MEMORY || category == Category.ALLOCATION;
      case LATENCY -> kind != ProfileKind.MEMORY && breach.everywhere();
      case EVENT_LOOP_DELAY -> kind == ProfileKind.CPU;
      case BENCHMARK -> false;
    };
  }
}
