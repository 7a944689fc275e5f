package hone.gate;

import hone.bench.Metric;
import hone.input.Printable;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.List;
import java.util.Optional;

/// Benchmarks that no longer measure anything: an operation took a nanosecond or more, and now takes
/// less. That is two or three steps of a processor, about what an empty loop costs.
final class VanishedWork {

  private static final double SHORTEST_NANOS = 1;

  private VanishedWork() {}

  /// The first benchmark whose work is gone, in words, or nothing.
  static Optional<String> in(List<Judgement> judgements) {
    return judgements.stream()
        .filter(each -> each.verdict() == Verdict.IMPROVED)
        .filter(each -> isWork(each.metric(), each.oldMedian()))
        .filter(each -> !isWork(each.metric(), each.newMedian()))
        .findFirst()
        .map(VanishedWork::words);
  }

  private static boolean isWork(Metric metric, double median) {
    if (metric.unit().equals(Unit.NANOSECONDS)) {
      return median >= SHORTEST_NANOS;
    }
    return !metric.unit().equals(Metric.THROUGHPUT.unit()) || median <= 1e9 / SHORTEST_NANOS;
  }

  private static String words(Judgement gone) {
    return "%s %s went from %s to %s, and no work takes under 1 ns: it is not done any more"
        .formatted(
            Printable.of(gone.benchmark()),
            Printable.of(gone.metric().name()),
            new Quantity(gone.oldMedian(), gone.metric().unit()),
            new Quantity(gone.newMedian(), gone.metric().unit()));
  }
}
