package hone.clinic;

import hone.live.ProcessFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A stretch of time: the one in which a process was under load, without its start and its end.
///
/// @param fromNanos since 1970
/// @param toNanos   since 1970, not before `fromNanos`
public record Window(long fromNanos, long toNanos) {

  public Window {
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException("ends before it begins: " + fromNanos + ", " + toNanos);
    }
  }

  /// The figures of the samples in this time; empty where there are none.
  public Optional<ProcessFigures> figures(List<ProcessSample> all) {
    List<ProcessSample> samples =
        all.stream()
            .filter(sample -> sample.timeNanos() >= fromNanos && sample.timeNanos() <= toNanos)
            .toList();
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    double[] delays = samples.stream().mapToDouble(ProcessSample::delayNanos).sorted().toArray();
    double[] busy = samples.stream().mapToDouble(ProcessSample::processors).sorted().toArray();
    long[] handles = samples.stream().mapToLong(ProcessSample::handleCount).toArray();
    return Optional.of(
        new ProcessFigures(
            samples.size(),
            Math.round(quantile(delays, 0.5)),
            Math.round(quantile(delays, 0.99)),
            Math.round(quantile(delays, 1)),
            utilisation(all.getFirst(), samples.getFirst(), samples.getLast()),
            quantile(busy, 0.5),
            quantile(busy, 0.9),
            Arrays.stream(handles).min().getAsLong(),
            Arrays.stream(handles).max().getAsLong()));
  }

  /// Doctor notes what part of the time the loop was busy since the process began; the busy time
  /// between two samples is the difference of the two.
  private static OptionalDouble utilisation(
      ProcessSample begin, ProcessSample first, ProcessSample last) {
    double before = first.timeNanos() - begin.timeNanos();
    double after = last.timeNanos() - begin.timeNanos();
    if (first.utilisation().isEmpty() || last.utilisation().isEmpty() || after <= before) {
      return OptionalDouble.empty();
    }
    double busy =
        last.utilisation().getAsDouble() * after - first.utilisation().getAsDouble() * before;
    return OptionalDouble.of(Math.clamp(busy / (after - before), 0, 1));
  }

  /// The smallest of the ordered numbers that this part of them does not exceed.
  private static double quantile(double[] ordered, double part) {
    return ordered[(int) Math.ceil(part * ordered.length) - 1];
  }
}
