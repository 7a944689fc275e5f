package hone.project;

import hone.collect.CollectedProfile;
import hone.finding.Conditions;
import hone.live.BudgetJudge;
import hone.live.BudgetJudgement;
import hone.live.LiveFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was collected, as later stages need it.
///
/// @param profiles   raw, as the profilers wrote them
/// @param loaded     whether the service was under load meanwhile
/// @param duration   how long that load was kept up
/// @param processors how many processors the service kept busy meanwhile, where the system told
/// @param load       that load in one line
/// @param live       what the service showed meanwhile
/// @param clinic     the folders that Clinic.js wrote, where it was run
/// @param warnings   what to know when judging the profiles
public record Recorded(
    List<CollectedProfile> profiles,
    boolean loaded,
    Optional<Duration> duration,
    OptionalDouble processors,
    String load,
    LiveFigures live,
    List<Path> clinic,
    List<String> warnings) {

  public Recorded {
    profiles = List.copyOf(profiles);
    clinic = List.copyOf(clinic);
    warnings = List.copyOf(warnings);
  }

  /// What came of a service's budgets under this load.
  public List<BudgetJudgement> budgets(Project project) {
    return BudgetJudge.judge(
        project.standards().budgets(project.service().language().orElseThrow()), live);
  }

  /// How the profiles were taken, as far as they do not say themselves.
  public Conditions conditions(List<BudgetJudgement> budgets) {
    return new Conditions(loaded, duration, processors, budgets);
  }
}
