package hone.bench;

import java.util.List;

/// The measurements of one metric of one benchmark, in the order they were taken.
///
/// @param benchmark name as the tool gives it, without what only says how it was run; may hold any
///                  character, so it is escaped wherever it is printed
/// @param samples   in the metric's unit, at least one; finite, not negative, and for time and
///                  throughput not zero
public record Series(String benchmark, Metric metric, List<Double> samples) {

  public Series {
    if (benchmark.isEmpty()) {
      throw new IllegalArgumentException("benchmark has no name");
    }
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no measurements of '" + benchmark + "'");
    }
    for (double sample : samples) {
      if (!Measurement.isPossible(metric, sample)) {
        throw new IllegalArgumentException(
            "impossible " + metric.name() + " of '" + benchmark + "': " + sample);
      }
    }
    samples = List.copyOf(samples);
  }

  /// The measurements as an array of the caller's own.
  public double[] values() {
    return samples.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
