package hone.live;

import hone.clinic.ProcessMoment;
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

  /// The figures of the moments in this time; empty where there are none.
  public Optional<ProcessFigures> figures(List<ProcessMoment> all) {
    List<ProcessMoment> moments =
        all.stream()
            .filter(moment -> moment.timeNanos() >= fromNanos && moment.timeNanos() <= toNanos)
            .toList();
    if (moments.isEmpty()) {
      return Optional.empty();
    }
    double[] delays = moments.stream().mapToDouble(ProcessMoment::delayNanos).sorted().toArray();
    double[] busy = moments.stream().mapToDouble(ProcessMoment::processors).sorted().toArray();
    long[] handles = moments.stream().mapToLong(ProcessMoment::handleCount).toArray();
    return Optional.of(
        new ProcessFigures(
            moments.size(),
            Math.round(quantile(delays, 0.5)),
            Math.round(quantile(delays, 0.99)),
            Math.round(quantile(delays, 1)),
            utilisation(all.getFirst(), moments.getFirst(), moments.getLast()),
            quantile(busy, 0.5),
            quantile(busy, 0.9),
            Arrays.stream(handles).min().getAsLong(),
            Arrays.stream(handles).max().getAsLong()));
  }

  /// Doctor notes what part of the time the loop was busy since the process began; the busy time
  /// between two moments is the difference of the two.
  private static OptionalDouble utilisation(
      ProcessMoment begin, ProcessMoment first, ProcessMoment last) {
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
