package hone.project;

import hone.live.BudgetJudgement;
import hone.standard.Budget;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the latest run that put a revision under load says of the budgets.
///
/// Benchmarks tell nothing of latency under load; where no run of the revision is kept, its budgets
/// are not measured.
///
/// @param commit full id
public record EarlierLoad(Project project, String commit) {

  public List<BudgetJudgement> budgets() throws Refusal, IOException {
    Optional<Recorded> recorded = recorded();
    if (recorded.isPresent()) {
      return recorded.get().budgets(project);
    }
    List<Budget> budgets = project.standards().budgets(project.service().language().orElseThrow());
    return budgets.stream()
        .map(budget ->
            BudgetJudgement.notMeasured(
                budget, "no run has this revision under load; hone collect makes one"))
        .toList();
  }

  private Optional<Recorded> recorded() throws Refusal, IOException {
    Path runs = project.home().resolve(".hone").resolve("runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(runs)) {
      for (Path directory : entries.sorted(Comparator.reverseOrder()).toList()) {
        RunDirectory run = new RunDirectory(directory);
        RecordedFile file = new RecordedFile(run.collectedFile());
        if (Files.exists(run.runFile()) && file.exists() && isOf(RunState.read(run.runFile()))) {
          return Optional.of(file.read());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOf(RunState state) {
    return state.base().equals(commit) && state.service().equals(project.service().name());
  }
}
