package hone.measure;

import hone.bench.Results;
import hone.gate.Round;
import java.util.List;

/// Runs as the gate takes them: block by block, each side's in the order they were made.
public final class Rounds {

  private Rounds() {}

  /// The rounds of finished runs.
  public static List<Round> of(List<Run> runs) {
    return runs.stream()
        .map(run -> run.slot().block())
        .distinct()
        .map(block -> new Round(side(runs, block, Side.BASE), side(runs, block, Side.CANDIDATE)))
        .toList();
  }

  private static List<Results> side(List<Run> runs, int block, Side side) {
    return runs.stream()
        .filter(run -> run.slot().block() == block && run.slot().side() == side)
        .map(run -> new Results(run.series()))
        .toList();
  }
}
