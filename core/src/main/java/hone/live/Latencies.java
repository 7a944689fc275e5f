package hone.live;

import hone.stat.QuantileRanks;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long requests took.
public sealed interface Latencies {

  /// How many requests there were.
  long count();

  /// The time in nanoseconds that this part of the requests did not exceed; empty where it is not
  /// known.
  ///
  /// @param quantile in (0, 1]
  Optional<Figure> quantile(double quantile);

  /// Latencies of which every one was counted.
  ///
  /// The interval is free of any distribution and takes requests for independent; requests that
  /// queue behind each other are not, and their interval is too narrow.
  ///
  /// @param counts     nanoseconds, and how many requests took that long; counts are positive
  /// @param unanswered requests that never got an answer: later than all others
  record Counted(SortedMap<Long, Long> counts, long unanswered) implements Latencies {

    private static final double CONFIDENCE = 0.95;

    public Counted {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
      if (unanswered < 0 || counts.values().stream().anyMatch(count -> count < 1)) {
        throw new IllegalArgumentException("a count of requests is not positive");
      }
    }

    @Override
    public long count() {
      return counts.values().stream().reduce(unanswered, Math::addExact);
    }

    @Override
    public Optional<Figure> quantile(double quantile) {
      long count = count();
      if (count == 0) {
        return Optional.empty();
      }
      double value = at(Math.max(1, (long) Math.ceil(quantile * count)));
      if (quantile == 1) {
        return Optional.of(Figure.of(value));
      }
      QuantileRanks ranks = QuantileRanks.of(count, quantile, CONFIDENCE);
      return Optional.of(new Figure(value, bound(ranks.low()), bound(ranks.high())));
    }

    private OptionalDouble bound(OptionalLong rank) {
      return rank.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(at(rank.getAsLong()));
    }

    /// The latency at a 1-based rank.
    private double at(long rank) {
      long seen = 0;
      for (Map.Entry<Long, Long> entry : counts.entrySet()) {
        seen += entry.getValue();
        if (seen >= rank) {
          return entry.getKey();
        }
      }
      return Double.POSITIVE_INFINITY;
    }
  }

  /// Latencies of which a tool told some quantiles.
  ///
  /// @param quantiles nanoseconds by quantile, in (0, 1]
  record Told(long count, SortedMap<Double, Double> quantiles) implements Latencies {

    private static final double SAME = 1e-9;

    public Told {
      quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
      quantiles.forEach(Told::check);
      if (count < 0) {
        throw new IllegalArgumentException("a count of requests is negative: " + count);
      }
    }

    @Override
    public Optional<Figure> quantile(double quantile) {
      return quantiles.entrySet().stream()
          .filter(known -> Math.abs(known.getKey() - quantile) < SAME)
          .map(known -> Figure.of(known.getValue()))
          .findFirst();
    }

    private static void check(double quantile, double nanos) {
      if (!(quantile > 0 && quantile <= 1 && nanos >= 0 && Double.isFinite(nanos))) {
        throw new IllegalArgumentException("not a latency: " + nanos + " at " + quantile);
      }
    }
  }
}
