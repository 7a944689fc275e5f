package hone.audit;

import hone.advice.Inquiry;
import hone.bench.ResultReader;
import hone.finding.Findings;
import hone.input.FormatException;
import hone.live.BudgetJudgement;
import hone.project.Listener;
import hone.project.Parts;
import hone.project.Project;
import hone.project.Recorded;
import hone.project.RunDirectory;
import hone.project.RunLock;
import hone.project.RunState;
import hone.project.Settings;
import hone.project.Stage;
import hone.project.Workshop;
import hone.service.AgentName;
import hone.service.Benchmarks;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One run of the loop. What is done is not done again: a run that was ended at any point goes on
/// from its files and comes to the same result.
public final class Audit {

  private final Parts parts;
  private final Project project;
  private final RunDirectory run;
  private final RunState state;
  private final Workshop workshop;

  private Audit(Parts parts, Project project, RunDirectory run, RunState state) {
    this.parts = parts;
    this.project = project;
    this.run = run;
    this.state = state;
    this.workshop = Workshop.of(parts, project, run, state.base());
  }

  /// A new run on the last commit.
  ///
  /// @throws Refusal if tracked files are not committed, or nothing can be written
  public static Audit begin(Parts parts, Project project, Settings settings)
      throws Refusal, IOException {
    project.requireClean();
    settings.requireEnough(project.standards());
    requireProvable(parts, project, settings);
    new OfferStage(project).requirePossible();
    for (Path patch : settings.patches()) {
      if (!Files.isRegularFile(patch)) {
        throw Refusal.input(patch + ": no such file");
      }
      project.repository().requireApplies(patch);
    }
    String token = UUID.randomUUID().toString().substring(0, 4);
    RunDirectory run = RunDirectory.create(project.home(), parts.clock().instant(), token);
    try {
      RunState state =
          new RunState(
              project.service().name(),
              project.repository().commit("HEAD"),
              parts.clock().instant(),
              settings.seed(),
              settings.blocks(),
              run.keep(settings.patches()),
              settings.agent().orElse(project.service().agent().name()),
              false);
      state.write(run.runFile());
      return new Audit(parts, project, run, state);
    } catch (IOException failure) {
      throw RunDirectory.unwritable(run.runFile(), failure);
    }
  }

  /// Says before the service is loaded for long what would only be found in the end.
  private static void requireProvable(Parts parts, Project project, Settings settings)
      throws Refusal {
    if (!settings.patches().isEmpty()) {
      Workshop.benchmarks(project);
    }
    List<String> known = parts.results().readers().stream().map(ResultReader::format).toList();
    Optional<String> asked = project.service().benchmarks().flatMap(Benchmarks::format);
    if (asked.isPresent() && !known.contains(asked.get())) {
      throw Refusal.input(
          "%s: unknown format of benchmarks '%s', known: %s"
              .formatted(
                  project.home().resolve("hone.yaml"), asked.get(), String.join(", ", known)));
    }
  }

  /// A run that is there already.
  ///
  /// @throws Refusal if it is of another service
  public static Audit resume(Parts parts, Project project, RunDirectory run)
      throws Refusal, IOException {
    if (!Files.exists(run.runFile())) {
      throw Refusal.input(run.runFile() + ": no such file; start anew with: hone audit");
    }
    RunState state = RunState.read(run.runFile());
    if (!state.service().equals(project.service().name())) {
      throw Refusal.input(run.id() + ": is a run of " + state.service());
    }
    return new Audit(parts, project, run, state);
  }

  /// The same run, with another agent to be asked for changes.
  public Audit asking(AgentName agent) throws IOException {
    RunState other = state.with(agent);
    other.write(run.runFile());
    return new Audit(parts, project, run, other);
  }

  /// The directory of this run.
  public RunDirectory run() {
    return run;
  }

  /// The findings of this run with all that they are made of.
  ///
  /// @throws Refusal if it cannot go on so far
  public Inquiry inquiry(Listener listener) throws Refusal, IOException {
    Recorded recorded = until(Stage.ANALYSE, listener).recorded().orElseThrow();
    // What the readers pass over was told the first time.
    return new AnalyseStage(parts, project, run, state).inquiry(recorded, _ -> {});
  }

  /// Goes on to the end of a stage.
  ///
  /// @throws Refusal if it cannot go on for a reason outside this program
  public Report until(Stage last, Listener listener) throws Refusal, IOException {
    try (RunLock _ = RunLock.of(run)) {
      Report report = reported(last, listener);
      if (last == Stage.DELIVER) {
        workshop.checkouts().remove();
        state.finished().write(run.runFile());
      }
      return report;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (FormatException | FileSystemException named) {
      throw named;
    } catch (IOException failure) {
      throw RunDirectory.unwritable(run.directory(), failure);
    }
  }

  /// Who is refused finds no worktrees of ours in the repository; a resumed run makes them again.
  private Report reported(Stage last, Listener listener) throws Refusal, IOException {
    try {
      return report(last, listener);
    } catch (Refusal | IOException | UncheckedIOException failure) {
      try {
        workshop.checkouts().remove();
      } catch (Refusal | IOException | UncheckedIOException left) {
        failure.addSuppressed(left);
      }
      throw failure;
    }
  }

  private Report report(Stage last, Listener listener) throws Refusal, IOException {
    new StandardsStage(project).tell(listener);
    if (last == Stage.STANDARDS) {
      return new Report(
          run.id(), state.service(), Optional.empty(), List.of(), Optional.empty(), List.of());
    }
    Recorded recorded = new CollectStage(parts, project, run, workshop).result(listener);
    List<BudgetJudgement> budgets = recorded.budgets(project);
    if (last == Stage.COLLECT) {
      return new Report(
          run.id(), state.service(), Optional.of(recorded), budgets, Optional.empty(), List.of());
    }
    Findings findings = new AnalyseStage(parts, project, run, state).result(recorded, listener);
    List<Contender> contenders =
        last == Stage.ANALYSE ? List.of() : contenders(last, recorded, findings, listener);
    return new Report(
        run.id(),
        state.service(),
        Optional.of(recorded),
        budgets,
        Optional.of(findings),
        contenders);
  }

  private List<Contender> contenders(
      Stage last, Recorded recorded, Findings findings, Listener listener)
      throws Refusal, IOException {
    OptimiseStage optimise =
        new OptimiseStage(project, run, state, workshop, Asked.of(parts, project, state));
    List<Contender> tried = optimise.result(findings, listener);
    return last == Stage.OPTIMISE
        ? tried
        : new ProveStage(project, optimise, one -> proven(one, recorded, findings, listener))
            .result(tried, findings, listener);
  }

  private OfferStage.Decided proven(
      Contender contender, Recorded recorded, Findings findings, Listener listener)
      throws Refusal, IOException {
    MeasureStage.Measured measured =
        new MeasureStage(project, run, state, workshop).result(contender, listener);
    Contender judged = new JudgeStage().result(contender, measured, listener);
    return new DeliverStage(project, run, state)
        .result(judged, measured, findings, recorded, listener);
  }
}
