package hone.revision;

import hone.gate.Judgement;
import hone.gate.LikelyCause.Profiled;
import hone.gate.Verdict;
import hone.project.Listener;
import hone.project.Stage;
import hone.regression.RegressionProfiles;
import hone.regression.SidesProfiled;
import hone.unit.Share;
import hone.workspace.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Profiles both sides of what regressed, after the verdict and within the time that is left.
///
/// @param end when there is no time left
record ProfileRegressions(
    RegressionProfiles profiles,
    RegressionProfiles.Sides sides,
    SlowerFunctions functions,
    InstantSource clock,
    Instant end) {

  private static final int MOST_BENCHMARKS = 3;
  private static final Duration LEAST = Duration.ofSeconds(20);
  private static final Duration MOST = Duration.ofMinutes(4);

  /// What profiles show of each benchmark that regressed.
  Map<String, Profiled> of(List<Judgement> judgements, Listener listener)
      throws Refusal, IOException {
    List<String> benchmarks = regressed(judgements);
    Map<String, Profiled> shown = new LinkedHashMap<>();
    if (profiles.ofSuite() && !benchmarks.isEmpty()) {
      Profiled all = profiled("all", benchmarks.getFirst(), judgements, listener);
      benchmarks.forEach(benchmark -> shown.put(benchmark, all));
      return shown;
    }
    for (String benchmark : benchmarks.subList(0, Math.min(MOST_BENCHMARKS, benchmarks.size()))) {
      String folder = String.valueOf(shown.size() + 1);
      shown.put(benchmark, profiled(folder, benchmark, judgements, listener));
    }
    for (String benchmark : benchmarks) {
      shown.putIfAbsent(
          benchmark,
          none("only the %d that regressed most are profiled".formatted(MOST_BENCHMARKS)));
    }
    return shown;
  }

  private Profiled profiled(
      String folder, String benchmark, List<Judgement> judgements, Listener listener)
      throws Refusal, IOException {
    Duration left = Duration.between(clock.instant(), end);
    if (left.compareTo(LEAST) < 0) {
      return none("no time was left of limits.time");
    }
    listener.advances(
        Stage.MEASURE, new Share(1), "profiling base and head of what got slower: " + benchmark);
    Optional<Judgement> time =
        judgements.stream()
            .filter(each -> each.benchmark().equals(benchmark))
            .filter(SlowerFunctions::isTime)
            .findFirst();
    OptionalDouble operation =
        time.map(each -> OptionalDouble.of(each.oldMedian())).orElse(OptionalDouble.empty());
    SidesProfiled taken =
        profiles.taken(sides, folder, benchmark, operation, left.compareTo(MOST) < 0 ? left : MOST);
    Profiled shown = functions.of(taken, time);
    if (!shown.failure().isEmpty()) {
      listener.notes("no profile of " + benchmark + ": " + shown.failure());
    }
    return shown;
  }

  private Profiled none(String why) {
    return functions.of(new SidesProfiled.Failed(why), Optional.empty());
  }

  /// The benchmarks that got worse, the one that did most first.
  private static List<String> regressed(List<Judgement> judgements) {
    return judgements.stream()
        .filter(each -> each.verdict() == Verdict.REGRESSED)
        .sorted(Comparator.comparingDouble(each -> -Math.abs(each.effect())))
        .map(Judgement::benchmark)
        .distinct()
        .toList();
  }
}
