package hone.gate;

import hone.bench.Metric;
import hone.bench.SeriesKey;
import java.util.List;
import java.util.Optional;

/// One metric of one benchmark, baseline against candidate.
///
/// @param blocks  in the order they were run; empty only where `settled` says why
/// @param settled a verdict that needs no numbers: missing, added, failed, incomparable
public record Contest(
    String benchmark, Metric metric, List<Block> blocks, Optional<Settled> settled) {

  /// A verdict that stands before any number is looked at.
  public record Settled(Verdict verdict, String reason) {}

  public Contest {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty() && settled.isEmpty()) {
      throw new IllegalArgumentException("no runs of '" + benchmark + "'");
    }
  }

  public Contest(String benchmark, Metric metric, List<Block> blocks) {
    this(benchmark, metric, blocks, Optional.empty());
  }

  /// What tells it from the others of one comparison.
  SeriesKey key() {
    return new SeriesKey(benchmark, metric.name());
  }

  /// A contest that never took place, or was spoilt.
  public static Contest settled(String benchmark, Metric metric, Verdict verdict, String reason) {
    return new Contest(benchmark, metric, List.of(), Optional.of(new Settled(verdict, reason)));
  }
}
