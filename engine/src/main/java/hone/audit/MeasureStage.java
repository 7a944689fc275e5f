package hone.audit;

import hone.measure.Comparison;
import hone.measure.MeasurementLog;
import hone.measure.Plan;
import hone.measure.Run;
import hone.measure.Side;
import hone.optimise.Rejection;
import hone.service.Benchmarks;
import hone.unit.Share;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Measures a candidate against the base, run by run.
record MeasureStage(Project project, RunDirectory run, RunState state, Workshop workshop) {

  /// The runs of a candidate, or why there are none.
  record Measured(Plan plan, List<Run> runs, Optional<Rejection> rejection) {}

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
      return failed(plan, Rejection.Kind.BUILD, broken.get());
    }
    Comparison.Sides sides =
        new Comparison.Sides(base, workshop.checkouts().serviceDirectory(number));
    try {
      List<Run> runs =
          workshop
              .comparison()
              .run(
                  plan,
                  sides,
                  benchmarks,
                  new Comparison.Records(log, directory.log("benchmarks")),
                  (done, total) ->
                      listener.advances(
                          Stage.MEASURE, Share.of(done, total), done + " of " + total + " runs"));
      listener.ends(Stage.MEASURE, summary(runs));
      return new Measured(plan, runs, Optional.empty());
    } catch (Comparison.BrokenRun brokenRun) {
      String reason = String.valueOf(brokenRun.getMessage());
      if (brokenRun.side() == Side.BASE) {
        throw Refusal.tool("benchmarks fail on base: " + reason);
      }
      return failed(plan, Rejection.Kind.FAILED, "its benchmarks fail: " + reason);
    }
  }

  private static Measured failed(Plan plan, Rejection.Kind kind, String reason) {
    return new Measured(plan, List.of(), Optional.of(new Rejection(kind, reason)));
  }

  private String summary(List<Run> runs) {
    return String.format(
        Locale.ROOT, "%d runs in %d blocks, seed %d", runs.size(), state.blocks(), state.seed());
  }
}
