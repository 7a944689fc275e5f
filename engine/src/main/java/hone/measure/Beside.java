package hone.measure;

import hone.bench.Results;
import hone.gate.Judgement;
import hone.gate.Rules;
import hone.gate.WarmUp;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What runs tell beside the verdicts: no gate rests on it.
///
/// @param warmUps   whether the benchmarks were warm, one for each whose speed was measured
/// @param wholeRuns processor time and duration of whole runs, where the system tells
public record Beside(List<WarmUp> warmUps, List<Judgement> wholeRuns) {

  /// Where there are no runs.
  public static final Beside NOTHING = new Beside(List.of(), List.of());

  public Beside {
    warmUps = List.copyOf(warmUps);
    wholeRuns = List.copyOf(wholeRuns);
  }

  /// @param basis of the verdicts; what they rest on is not told again
  static Beside of(List<Run> runs, Rules rules, Basis basis) {
    return new Beside(
        WarmUp.of(runs.stream().map(run -> new Results(run.series())).toList(), rules),
        Rounds.wholeRuns(runs, rules, basis));
  }

  /// How many benchmarks were warm: `3 steady, 1 not warm`.
  public String counts() {
    return warmUps.stream()
        .collect(Collectors.groupingBy(WarmUp::state, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> each.getValue() + " " + words(each.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String words(WarmUp.State state) {
    return switch (state) {
      case STEADY -> "steady";
      case WARMING -> "not warm";
      case UNKNOWN -> "cannot be told";
    };
  }

  /// A sentence for each benchmark that was not warm.
  public List<String> warnings() {
    return warmUps.stream()
        .filter(each -> each.state() == WarmUp.State.WARMING)
        .map(each -> "not warm: " + each.text())
        .toList();
  }
}
