package hone.measure;

import hone.bench.Better;
import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import hone.gate.Advisory;
import hone.gate.Contest;
import hone.gate.Contests;
import hone.gate.Judgement;
import hone.gate.Phase;
import hone.gate.Round;
import hone.gate.Rules;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Runs as the gate takes them: block by block, each side's in the order they were made.
public final class Rounds {

  /// What the processor time of a whole run goes by beside the benchmarks.
  static final String WHOLE_RUN = "whole run";

  /// Processor time of a whole run: start-up, harness and everything measured.
  static final Metric CPU = new Metric("cpu-sec/run", Unit.NANOSECONDS, Better.LOWER);

  /// How long a whole run took.
  static final Metric WALL = new Metric("sec/run", Unit.NANOSECONDS, Better.LOWER);

  private Rounds() {}

  /// The rounds of finished runs.
  public static List<Round> of(List<Run> runs) {
    return of(runs, Basis.RESULTS);
  }

  /// The rounds of finished runs, on a basis.
  public static List<Round> of(List<Run> runs, Basis basis) {
    return rounds(
        runs.stream()
            .map(run -> new Slotted(run.slot(), new Results(series(run, basis))))
            .toList());
  }

  /// Processor time and duration of whole runs, told beside the benchmarks. Only first runs are
  /// looked at; none where not every run has both.
  ///
  /// @param basis of the verdicts; what they rest on is left out
  static List<Judgement> wholeRuns(List<Run> runs, Rules rules, Basis basis) {
    List<Run> first = runs.stream().filter(run -> run.slot().phase() == Phase.FIRST).toList();
    List<Slotted> times =
        first.stream()
            .filter(run -> run.cpuNanos().orElse(0) > 0 && run.wallNanos() > 0)
            .map(run ->
                new Slotted(
                    run.slot(),
                    new Results(
                        List.of(
                            whole(CPU, run.cpuNanos().orElseThrow()),
                            whole(WALL, run.wallNanos())))))
            .toList();
    return times.isEmpty() || times.size() < first.size()
        ? List.of()
        : Contests.of(rounds(times)).stream()
            .filter(contest -> contest.settled().isEmpty())
            .filter(contest -> basis == Basis.RESULTS || !contest.metric().equals(CPU))
            .map((Contest contest) -> Advisory.of(contest, rules))
            .toList();
  }

  private record Slotted(Schedule.Slot slot, Results results) {}

  private static List<Series> series(Run run, Basis basis) {
    OptionalLong cpu = run.cpuNanos();
    if (basis == Basis.RESULTS || cpu.orElse(0) <= 0) {
      return run.series();
    }
    List<Series> all = new ArrayList<>(run.series());
    all.add(whole(CPU, cpu.orElseThrow()));
    return all;
  }

  private static Series whole(Metric metric, long nanos) {
    return new Series(WHOLE_RUN, metric, List.of((double) nanos));
  }

  private static List<Round> rounds(List<Slotted> runs) {
    return runs.stream()
        .map(run -> run.slot().block())
        .distinct()
        .map(block -> new Round(side(runs, block, Side.BASE), side(runs, block, Side.CANDIDATE)))
        .toList();
  }

  private static List<Results> side(List<Slotted> runs, int block, Side side) {
    return runs.stream()
        .filter(run -> run.slot().block() == block && run.slot().side() == side)
        .map(Slotted::results)
        .toList();
  }
}
