package hone.audit;

import hone.bench.Metric;
import hone.gate.Acceptances;
import hone.gate.Gate;
import hone.gate.GateResult;
import hone.gate.Judgement;
import hone.gate.Terms;
import hone.gate.Verdict;
import hone.live.BudgetJudgement;
import hone.measure.Campaign;
import hone.measure.Comparison;
import hone.measure.MeasurementLog;
import hone.measure.Plan;
import hone.measure.Side;
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
  /// @param accepted  what the change's own words let through, and what not
  /// @param words     path of the file that holds them
  /// @param budgets   what came of the team's budgets when head was last under load
  /// @param causes    what the change touches, and what profiles of both sides show
  public record Judged(
      RunDirectory run,
      Plan plan,
      double threshold,
      GateResult result,
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

  private Harness harness(Benchmarks benchmarks) throws Refusal {
    return Harness.changed(project.repository(), base, head, benchmarks.run());
  }

  /// Builds both, runs the benchmarks, and judges them by the standards' thresholds.
  ///
  /// @throws Refusal if either does not build, or the base's benchmarks fail
  public Judged judged(Settings settings, Listener listener) throws Refusal, IOException {
    settings.requireEnough(project.standards());
    Benchmarks benchmarks = Workshop.benchmarks(project);
    String token = UUID.randomUUID().toString().substring(0, 4);
    RunDirectory run = RunDirectory.create(project.home(), parts.clock().instant(), token);
    Instant start = parts.clock().instant();
    Workshop workshop = Workshop.of(parts, project, run, base);
    CandidateDirectory directory = run.candidate(1);
    Plan plan = new Plan(base, head, benchmarks.run(), settings.blocks(), settings.seed());
    Terms terms =
        Verdicts.terms(project.standards(), settings.blocks(), Terms.Purpose.GATE, settings.seed());
    listener.begins(Stage.MEASURE, "building base and head");
    try {
      AtomicFile.write(directory.patch(), project.repository().diff(base, head));
      Path built = workshop.checkouts().base(directory.log("build"));
      Optional<String> broken =
          workshop.checkouts().candidate(1, directory.patch(), directory.log("build"));
      if (broken.isPresent()) {
        throw Refusal.tool("build fails on head: " + broken.get());
      }
      Comparison.Sides sides =
          new Comparison.Sides(built, workshop.checkouts().serviceDirectory(1));
      Comparison.Records records =
          new Comparison.Records(
              new MeasurementLog(directory.measurements()), directory.log("benchmarks"));
      Campaign campaign =
          new Campaign(
              workshop.comparison(),
              new Comparison.Work(plan, sides, benchmarks, records),
              project.service().limits().time());
      GateResult proven = proven(campaign, terms, listener);
      Acknowledgements words = Acknowledgements.of(project);
      LocalDate today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
      Acceptances accepted = words.held(base, head, proven.judgements(), today);
      List<BudgetJudgement> budgets = new EarlierLoad(project, head).budgets();
      GateResult judged =
          harness(benchmarks).applied(Gate.accepting(proven, accepted)).keeping(broken(budgets));
      Causes causes = Causes.of(project.repository(), base, head);
      ProfileRegressions profiles =
          profiles(workshop, run, causes, start.plus(project.service().limits().time()));
      return new Judged(
          run,
          plan,
          terms.rules().threshold(),
          judged,
          accepted,
          words.path(),
          budgets,
          causes.with(profiles.of(judged.judgements(), listener)));
    } finally {
      workshop.checkouts().remove();
    }
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
  private static GateResult proven(Campaign campaign, Terms terms, Listener listener)
      throws Refusal, IOException {
    try {
      Campaign.Measured measured = campaign.measured(terms, Verdicts.progress(listener));
      listener.ends(Stage.MEASURE, measured.summary() + ", seed " + terms.seed());
      return measured.result();
    } catch (Comparison.BrokenRun broken) {
      String reason = String.valueOf(broken.getMessage());
      if (broken.side() == Side.BASE) {
        throw Refusal.tool("benchmarks fail on base: " + reason);
      }
      Judgement failed =
          new Judgement(
              "the benchmarks of head", Metric.TIME, Verdict.FAILED, Optional.empty(), reason);
      return Gate.of(List.of(failed), Optional.empty());
    }
  }

  private static List<String> broken(List<BudgetJudgement> budgets) {
    return budgets.stream()
        .filter(BudgetJudgement::breached)
        .map(breach -> "budget broken: " + BudgetTable.line(breach))
        .toList();
  }
}
