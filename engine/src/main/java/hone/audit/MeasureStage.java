package hone.audit;

import hone.gate.GateResult;
import hone.gate.Terms;
import hone.measure.Beside;
import hone.measure.Campaign;
import hone.measure.Comparison;
import hone.measure.MeasurementLog;
import hone.measure.Plan;
import hone.measure.Run;
import hone.measure.Side;
import hone.optimise.Rejection;
import hone.project.CandidateDirectory;
import hone.project.Listener;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.RunState;
import hone.project.Stage;
import hone.project.Workshop;
import hone.revision.MadeWith;
import hone.revision.Verdicts;
import hone.service.Benchmarks;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Measures a candidate against the base, run by run.
record MeasureStage(Project project, RunDirectory run, RunState state, Workshop workshop) {

  /// The runs of a candidate and what they prove, or why there are none.
  sealed interface Measured {
    /// All runs, what they prove, and what they tell beside that.
    record Done(Plan plan, List<Run> runs, GateResult result, Beside beside) implements Measured {}

    /// Why there are none.
    record Fallen(Rejection rejection) implements Measured {}
  }

  Plan plan(Contender contender) throws Refusal {
    return new Plan(
        state.base(),
        contender.attempt().tree(),
        Workshop.benchmarks(project).run(),
        state.blocks(),
        state.seed());
  }

  Measured result(Contender contender, Listener listener) throws Refusal, IOException {
    Benchmarks benchmarks = Workshop.benchmarks(project);
    int number = contender.attempt().candidate().number();
    CandidateDirectory directory = run.candidate(number);
    Plan plan = plan(contender);
    MeasurementLog log = new MeasurementLog(directory.measurements());
    listener.begins(Stage.MEASURE, "building base and candidate");
    Path base = workshop.checkouts().base(directory.log("build"));
    Optional<String> broken =
        workshop.checkouts().candidate(number, directory.patch(), directory.log("build"));
    if (broken.isPresent()) {
      return failed(Rejection.Kind.BUILD, broken.get());
    }
    Comparison.Sides sides =
        new Comparison.Sides(base, workshop.checkouts().serviceDirectory(number));
    Comparison.Records records = new Comparison.Records(log, directory.log("benchmarks"));
    Comparison.Work work =
        new Comparison.Work(
            plan,
            sides,
            benchmarks,
            records,
            new MadeWith(project, workshop, directory.log("build")).of(0, number));
    Terms terms =
        Verdicts.terms(project.standards(), state.blocks(), Terms.Purpose.CLAIM, state.seed());
    try {
      Campaign.Measured measured =
          new Campaign(workshop.comparison(), work, project.service().limits().time())
              .measured(terms, Verdicts.progress(listener));
      listener.ends(Stage.MEASURE, measured.summary() + ", seed " + state.seed());
      return new Measured.Done(plan, measured.runs(), measured.result(), measured.beside());
    } catch (Comparison.BrokenRun brokenRun) {
      String reason = String.valueOf(brokenRun.getMessage());
      if (brokenRun.side() == Side.BASE) {
        throw Refusal.tool("benchmarks fail on base: " + reason);
      }
      return failed(Rejection.Kind.FAILED, "its benchmarks fail: " + reason);
    }
  }

  private static Measured failed(Rejection.Kind kind, String reason) {
    return new Measured.Fallen(new Rejection(kind, reason));
  }
}
