package hone.load;

import org.HdrHistogram.AbstractHistogram;

/// How long requests took, from when they were due to the last byte of the response.
///
/// Every answered request counts, whatever its status, and those that timed out count with the
/// time that was waited. Values are exact to three significant digits.
///
/// @param count how many requests; all other figures are 0 where it is 0
public record Latency(
    long count, long p50Nanos, long p90Nanos, long p99Nanos, long p999Nanos, long maxNanos) {

  static Latency of(AbstractHistogram histogram) {
    return histogram.getTotalCount() == 0
        ? new Latency(0, 0, 0, 0, 0, 0)
        : new Latency(
            histogram.getTotalCount(),
            histogram.getValueAtPercentile(50),
            histogram.getValueAtPercentile(90),
            histogram.getValueAtPercentile(99),
            histogram.getValueAtPercentile(99.9),
            histogram.getMaxValue());
  }
}
