package hone.revision;

import hone.bench.Metric;
import hone.gate.Acceptances;
import hone.gate.Gate;
import hone.gate.GateResult;
import hone.gate.Judgement;
import hone.gate.Terms;
import hone.gate.Verdict;
import hone.live.BudgetJudgement;
import hone.measure.Basis;
import hone.measure.Beside;
import hone.measure.Campaign;
import hone.measure.Comparison;
import hone.measure.MeasurementLog;
import hone.measure.Plan;
import hone.measure.Side;
import hone.project.CandidateDirectory;
import hone.project.EarlierLoad;
import hone.project.Listener;
import hone.project.Parts;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.RunLock;
import hone.project.Settings;
import hone.project.Stage;
import hone.project.Workshop;
import hone.regression.RegressionProfiles;
import hone.report.BudgetTable;
import hone.service.Benchmarks;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Two revisions of a project, measured against each other.
///
/// @param base full id of a commit
/// @param head full id of another
public record Revisions(Parts parts, Project project, String base, String head) {

  /// What was measured, and what it proves.
  ///
  /// @param run       its directory
  /// @param plan      how it was measured
  /// @param threshold smallest effect that matters, a ratio
  /// @param beside    what no verdict rests on: warm-up, processor time of whole runs
  /// @param accepted  what the change's own words let through, and what not
  /// @param words     path of the file that holds them
  /// @param budgets   what came of the team's budgets when head was last under load
  /// @param causes    what the change touches, and what profiles of both sides show
  public record Judged(
      RunDirectory run,
      Plan plan,
      double threshold,
      GateResult result,
      Beside beside,
      Acceptances accepted,
      String words,
      List<BudgetJudgement> budgets,
      Causes causes) {}

  /// The revisions that are meant where none or one is named: HEAD, and where it left the default
  /// branch.
  ///
  /// @throws Refusal if a revision does not exist, or both have the same files
  public static Revisions of(
      Parts parts, Project project, Optional<String> base, Optional<String> head) throws Refusal {
    String to = project.repository().commit(head.orElse("HEAD"));
    String trunk = project.service().delivery().base().orElse("main");
    String from =
        base.isPresent()
            ? project.repository().commit(base.get())
            : project
                .repository()
                .mergeBase(project.repository().commit(trunk), to)
                .orElseThrow(() -> Refusal.input(trunk + ": has no common commit with " + to));
    if (project.repository().tree(from).equals(project.repository().tree(to))) {
      throw Refusal.tool(
          "base and head have the same files (%s): there is nothing to compare"
              .formatted(from.substring(0, 12)));
    }
    return new Revisions(parts, project, from, to);
  }

  /// How two revisions are measured, beside [Settings].
  ///
  /// @param resumed whether to go on with the latest measurement of the same that was ended
  /// @param basis   what verdicts rest on
  public record Manner(boolean resumed, Basis basis) {

    public static Manner defaults() {
      return new Manner(false, Basis.RESULTS);
    }
  }

  /// Builds both, runs the benchmarks, and judges them by the standards' thresholds.
  ///
  /// @throws Refusal if either does not build, or the base's benchmarks fail
  public Judged judged(Settings settings, Manner manner, Listener listener)
      throws Refusal, IOException {
    settings.requireEnough(project.standards());
    Benchmarks benchmarks = Workshop.benchmarks(project);
    Plan plan = new Plan(base, head, benchmarks.run(), settings.blocks(), settings.seed());
    RunDirectory run = directory(plan, manner);
    try (RunLock _ = RunLock.of(run)) {
      return judged(run, plan, manner, listener);
    }
  }

  private RunDirectory directory(Plan plan, Manner manner) throws Refusal, IOException {
    if (!manner.resumed()) {
      String token = UUID.randomUUID().toString().substring(0, 4);
      return RunDirectory.create(project.home(), parts.clock().instant(), token);
    }
    for (RunDirectory run : RunDirectory.latestFirst(project.home())) {
      if (log(run).isOf(plan)) {
        return run;
      }
    }
    throw Refusal.input(
        "no measurement of %s and %s with seed %d to go on with; leave --resume out"
            .formatted(base.substring(0, 12), head.substring(0, 12), plan.seed()));
  }

  private static MeasurementLog log(RunDirectory run) {
    return new MeasurementLog(run.candidate(1).measurements());
  }

  private Judged judged(RunDirectory run, Plan plan, Manner manner, Listener listener)
      throws Refusal, IOException {
    Benchmarks benchmarks = Workshop.benchmarks(project);
    Instant start = parts.clock().instant();
    Workshop workshop = Workshop.of(parts, project, run, base);
    CandidateDirectory directory = run.candidate(1);
    Terms terms =
        Verdicts.terms(project.standards(), plan.blocks(), Terms.Purpose.GATE, plan.seed());
    listener.begins(Stage.MEASURE, "building base and head");
    try {
      Harness harness = Harness.changed(project.repository(), base, head, benchmarks.run());
      Path built = workshop.checkouts().base(directory.log("build"));
      boolean replaced = built(harness, workshop, directory);
      Comparison.Work work =
          new Comparison.Work(
              plan,
              new Comparison.Sides(built, workshop.checkouts().serviceDirectory(1)),
              benchmarks,
              new Comparison.Records(log(run), directory.log("benchmarks")),
              new MadeWith(project, workshop, directory.log("build")).of(0, 1));
      Campaign campaign =
          new Campaign(
              workshop.comparison(), work, project.service().limits().time(), manner.basis());
      Campaign.Measured measured = measured(campaign, terms, listener);
      List<BudgetJudgement> budgets =
          new ResultBudgets(measured.runs()).over(new EarlierLoad(project, head).budgets());
      GateResult proven = noting(measured.result(), measured.beside().warnings());
      Acknowledgements words = Acknowledgements.of(project);
      LocalDate today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
      Acceptances accepted = words.held(base, head, proven.judgements(), today);
      GateResult accepting = Gate.accepting(proven, accepted);
      GateResult judged =
          (replaced ? harness.replaced(accepting) : harness.applied(accepting))
              .keeping(broken(budgets));
      Causes causes = Causes.of(project.repository(), base, head);
      ProfileRegressions profiles =
          profiles(workshop, run, causes, start.plus(project.service().limits().time()));
      return new Judged(
          run,
          plan,
          terms.rules().threshold(),
          judged,
          measured.beside(),
          accepted,
          words.path(),
          budgets,
          causes.with(profiles.of(judged.judgements(), listener)));
    } finally {
      workshop.checkouts().remove();
    }
  }

  /// Builds head, with the base's benchmarks where that can be.
  ///
  /// @return whether it has the base's benchmarks in place of its own
  private boolean built(Harness harness, Workshop workshop, CandidateDirectory directory)
      throws Refusal, IOException {
    Path log = directory.log("build");
    if (harness.isReplaceable()) {
      String patch = project.repository().diff(base, head, harness.edited());
      AtomicFile.write(directory.patch(), patch);
      if (!patch.isBlank() && workshop.checkouts().candidate(1, directory.patch(), log).isEmpty()) {
        return true;
      }
    }
    AtomicFile.write(directory.patch(), project.repository().diff(base, head));
    Optional<String> broken = workshop.checkouts().candidate(1, directory.patch(), log);
    if (broken.isPresent()) {
      throw Refusal.tool("build fails on head: " + broken.get());
    }
    return false;
  }

  private ProfileRegressions profiles(
      Workshop workshop, RunDirectory run, Causes causes, Instant end) throws Refusal {
    Benchmarks benchmarks = Workshop.benchmarks(project);
    RegressionProfiles.Sides sides =
        new RegressionProfiles.Sides(
            workshop.checkouts().serviceDirectory(0), workshop.checkouts().serviceDirectory(1));
    RegressionProfiles profiles =
        RegressionProfiles.of(
            workshop.shell(),
            parts.formats(),
            project.service().language().orElseThrow(),
            benchmarks.run(),
            run.profiles().toAbsolutePath());
    SlowerFunctions functions =
        new SlowerFunctions(
            causes.lines(),
            run.directory().toAbsolutePath(),
            workshop.checkouts().directory(0),
            workshop.checkouts().directory(1));
    return new ProfileRegressions(profiles, sides, functions, parts.clock(), end);
  }

  /// What breaks on head alone has failed, and closes the gate like a regression.
  private static Campaign.Measured measured(Campaign campaign, Terms terms, Listener listener)
      throws Refusal, IOException {
    try {
      Campaign.Measured measured = campaign.measured(terms, Verdicts.progress(listener));
      listener.ends(Stage.MEASURE, measured.summary() + ", seed " + terms.seed());
      return measured;
    } catch (Comparison.BrokenRun broken) {
      String reason = String.valueOf(broken.getMessage());
      if (broken.side() == Side.BASE) {
        throw Refusal.tool("benchmarks fail on base: " + reason);
      }
      Judgement failed =
          new Judgement(
              "the benchmarks of head", Metric.TIME, Verdict.FAILED, Optional.empty(), reason);
      return new Campaign.Measured(
          List.of(), Gate.of(List.of(failed), Optional.empty()), Beside.NOTHING);
    }
  }

  private static GateResult noting(GateResult result, List<String> notes) {
    GateResult noted = result;
    for (String note : notes) {
      noted = noted.noting(note);
    }
    return noted;
  }

  private static List<String> broken(List<BudgetJudgement> budgets) {
    return budgets.stream()
        .filter(BudgetJudgement::breached)
        .map(breach -> "budget broken: " + BudgetTable.line(breach))
        .toList();
  }
}
