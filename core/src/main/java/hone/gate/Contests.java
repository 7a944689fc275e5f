package hone.gate;

import hone.bench.Failure;
import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import hone.bench.SeriesKey;
import hone.stat.Medians;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Sets the runs of both revisions against each other, benchmark by benchmark.
///
/// A process is the unit: whatever it measured many times counts once, by its median, because the
/// measurements of one process have its memory layout and its compiled code in common.
///
/// What is not there on every run is settled here: `missing` if the candidate never has it, `failed`
/// if it has it on some runs only or reports a failure, `added` if the baseline never has it, and
/// `incomparable` where the baseline itself falters or the units differ.
public final class Contests {

  private Contests() {}

  /// One contest for each benchmark and metric that any run has, in the order of first appearance;
  /// then one for each failure of a benchmark without any number.
  public static List<Contest> of(List<Round> rounds) {
    Map<SeriesKey, List<Metric>> metrics = new LinkedHashMap<>();
    Map<String, String> oldFailures = new LinkedHashMap<>();
    Map<String, String> candidateFailures = new LinkedHashMap<>();
    for (Round round : rounds) {
      round.old().forEach(each -> failures(each, oldFailures));
      round.candidate().forEach(each -> failures(each, candidateFailures));
      Stream.concat(round.old().stream(), round.candidate().stream())
          .flatMap(each -> each.series().stream())
          .forEach(each ->
              metrics
                  .computeIfAbsent(SeriesKey.of(each), key -> new ArrayList<>())
                  .add(each.metric()));
    }
    List<Indexed> indexed = rounds.stream().map(Indexed::of).toList();
    List<Contest> contests = new ArrayList<>();
    Set<String> failed = new LinkedHashSet<>(candidateFailures.keySet());
    failed.addAll(oldFailures.keySet());
    metrics.forEach((key, found) -> {
      Pairing pairing = new Pairing(key, found, oldFailures, candidateFailures);
      contests.add(pairing.contest(indexed));
      failed.remove(key.benchmark());
    });
    for (String benchmark : failed) {
      contests.add(onlyFailed(benchmark, oldFailures, candidateFailures));
    }
    return contests;
  }

  /// The median of each series of a process.
  private static Map<SeriesKey, Double> medians(Results process) {
    Map<SeriesKey, Double> medians = new HashMap<>();
    for (Series series : process.series()) {
      medians.put(SeriesKey.of(series), Medians.median(series.values()));
    }
    return medians;
  }

  /// The processes of one round, looked up by series.
  private record Indexed(List<Map<SeriesKey, Double>> old, List<Map<SeriesKey, Double>> candidate) {

    static Indexed of(Round round) {
      return new Indexed(
          round.old().stream().map(Contests::medians).toList(),
          round.candidate().stream().map(Contests::medians).toList());
    }
  }

  private static void failures(Results results, Map<String, String> failures) {
    for (Failure failure : results.failures()) {
      failures.putIfAbsent(failure.benchmark(), failure.reason());
    }
  }

  private static Contest onlyFailed(
      String benchmark, Map<String, String> oldFailures, Map<String, String> candidateFailures) {
    Optional<String> reason = Optional.ofNullable(candidateFailures.get(benchmark));
    if (oldFailures.containsKey(benchmark)) {
      String also = reason.isPresent() ? "on both revisions: " : "on the baseline: ";
      return Contest.settled(
          benchmark,
          Metric.TIME,
          Verdict.INCOMPARABLE,
          "fails " + also + oldFailures.getOrDefault(benchmark, ""));
    }
    return Contest.settled(benchmark, Metric.TIME, Verdict.FAILED, reason.orElse(""));
  }

  /// One benchmark and metric over all rounds.
  private record Pairing(
      SeriesKey key,
      List<Metric> metrics,
      Map<String, String> oldFailures,
      Map<String, String> candidateFailures) {

    Contest contest(List<Indexed> rounds) {
      List<List<Double>> old = sides(rounds, Indexed::old);
      List<List<Double>> candidate = sides(rounds, Indexed::candidate);
      int oldRuns = rounds.stream().mapToInt(each -> each.old().size()).sum();
      int candidateRuns = rounds.stream().mapToInt(each -> each.candidate().size()).sum();
      Optional<Contest.Settled> settled =
          settled(count(old), oldRuns, count(candidate), candidateRuns);
      if (settled.isPresent()) {
        return new Contest(key.benchmark(), metrics.getFirst(), List.of(), settled);
      }
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < rounds.size(); i++) {
        blocks.add(new Block(old.get(i), candidate.get(i)));
      }
      return new Contest(key.benchmark(), metrics.getFirst(), blocks);
    }

    private Optional<Contest.Settled> settled(
        int old, int oldRuns, int candidate, int candidateRuns) {
      Optional<String> broken = Optional.ofNullable(oldFailures.get(key.benchmark()));
      Optional<String> failure = Optional.ofNullable(candidateFailures.get(key.benchmark()));
      if (old == 0) {
        return settled(
            Verdict.ADDED, broken.map(why -> "fails on the baseline: " + why).orElse(""));
      }
      if (broken.isPresent() || old < oldRuns) {
        String why = broken.orElse("");
        return settled(
            Verdict.INCOMPARABLE,
            why.isEmpty() ? partly(old, oldRuns, "baseline") : "fails on the baseline: " + why);
      }
      if (failure.isPresent()) {
        return settled(Verdict.FAILED, failure.get());
      }
      if (candidate == 0) {
        return settled(Verdict.MISSING, "the candidate does not have it");
      }
      if (candidate < candidateRuns) {
        return settled(Verdict.FAILED, partly(candidate, candidateRuns, "candidate"));
      }
      return metrics.stream().distinct().count() > 1
          ? settled(Verdict.INCOMPARABLE, "unit or direction differs")
          : Optional.empty();
    }

    private List<List<Double>> sides(
        List<Indexed> rounds, Function<Indexed, List<Map<SeriesKey, Double>>> side) {
      return rounds.stream().map(round -> found(side.apply(round))).toList();
    }

    private List<Double> found(List<Map<SeriesKey, Double>> processes) {
      return processes.stream()
          .flatMap(each -> Optional.ofNullable(each.get(key)).stream())
          .toList();
    }

    private static int count(List<List<Double>> sides) {
      return sides.stream().mapToInt(List::size).sum();
    }

    private static String partly(int found, int runs, String side) {
      return "only in " + found + " of " + runs + " runs of the " + side;
    }

    private static Optional<Contest.Settled> settled(Verdict verdict, String reason) {
      return Optional.of(new Contest.Settled(verdict, reason));
    }
  }
}
