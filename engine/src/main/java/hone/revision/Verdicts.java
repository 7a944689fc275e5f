package hone.revision;

import hone.gate.Looks;
import hone.gate.Rules;
import hone.gate.Terms;
import hone.measure.Comparison;
import hone.project.Listener;
import hone.project.Stage;
import hone.standard.Standards;
import hone.unit.Share;
import java.time.Duration;

/// How verdicts are reached: the team's standards as terms of a measurement.
public final class Verdicts {

  private Verdicts() {}

  /// The smallest change that matters and the significance are the team's; so is how many runs there
  /// must be before anything is said.
  ///
  /// @param blocks at most, before anything is run afresh
  public static Terms terms(Standards standards, int blocks, Terms.Purpose purpose, long seed) {
    int fewest = Math.min(blocks, (standards.minimumRunCount() + 1) / 2);
    return new Terms(
        new Rules(standards.changeShare(), standards.significance()),
        Looks.upTo(blocks).from(Math.max(Looks.FEWEST, fewest)),
        purpose,
        seed);
  }

  /// Passes on how far the runs have come.
  public static Comparison.Progress progress(Listener listener) {
    return (phase, done, total, left) ->
        listener.advances(
            Stage.MEASURE,
            Share.of(done, total),
            "%d of %d %s runs%s".formatted(done, total, phase, left(left)));
  }

  private static String left(Duration left) {
    return left.toSeconds() < 1 ? "" : ", about " + left.toSeconds() + " s left";
  }
}
