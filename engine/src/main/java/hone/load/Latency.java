package hone.load;

import hone.live.Latencies;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;

/// How long requests took, from when they were due to the last byte of the response.
///
/// Every answered request counts, whatever its status, and those that timed out count with the
/// time that was waited. Values are exact to three significant digits.
///
/// @param count   how many requests; all other times are 0 where it is 0
/// @param counted every one of them, and those that never got an answer
public record Latency(
    long count,
    long p50Nanos,
    long p90Nanos,
    long p99Nanos,
    long p999Nanos,
    long maxNanos,
    Latencies.Counted counted) {

  static Latency of(AbstractHistogram histogram, long unanswered) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    for (HistogramIterationValue value : histogram.recordedValues()) {
      counts.put(value.getValueIteratedTo(), value.getCountAtValueIteratedTo());
    }
    Latencies.Counted counted = new Latencies.Counted(counts, unanswered);
    return histogram.getTotalCount() == 0
        ? new Latency(0, 0, 0, 0, 0, 0, counted)
        : new Latency(
            histogram.getTotalCount(),
            histogram.getValueAtPercentile(50),
            histogram.getValueAtPercentile(90),
            histogram.getValueAtPercentile(99),
            histogram.getValueAtPercentile(99.9),
            histogram.getMaxValue(),
            counted);
  }
}
