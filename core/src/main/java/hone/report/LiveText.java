package hone.report;

import hone.live.AllocationRate;
import hone.live.EventLoop;
import hone.live.LiveFigures;
import hone.live.Pauses;
import hone.live.ProcessFigures;
import hone.unit.Quantity;
import hone.unit.Share;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a service showed under load beside its latencies, a line for each figure.
public final class LiveText {

  private LiveText() {}

  /// The figures that there are.
  public static List<String> lines(LiveFigures figures) {
    List<String> lines = new ArrayList<>();
    figures.allocation().map(LiveText::line).ifPresent(lines::add);
    figures.eventLoop().map(LiveText::line).ifPresent(lines::add);
    figures.pauses().map(LiveText::line).ifPresent(lines::add);
    figures.process().map(LiveText::line).ifPresent(lines::add);
    return lines;
  }

  private static String line(AllocationRate rate) {
    return "allocates %s, %s"
        .formatted(AllocationRate.text(rate.bytesPerSecond()), rate.source().text());
  }

  private static String line(EventLoop loop) {
    return "event loop: p99 %s late, at most %s; busy %s of the time"
        .formatted(nanos(loop.p99Nanos()), nanos(loop.maxNanos()), new Share(loop.utilisation()));
  }

  private static String line(Pauses pauses) {
    return "garbage collection: %s pauses of %s in all, at most %s"
        .formatted(
            new Quantity(pauses.count(), Unit.COUNT),
            nanos(pauses.totalNanos()),
            nanos(pauses.longestNanos()));
  }

  private static String line(ProcessFigures process) {
    String busy =
        process.utilisation().isPresent()
            ? "busy " + new Share(process.utilisation().getAsDouble()) + " of the time, "
            : "";
    return String.format(
        Locale.ROOT,
        "Clinic.js Doctor: event loop p99 %s late, at most %s; %s%.2f processors (p90 %.2f), %d to"
            + " %d handles",
        nanos(process.delayP99Nanos()),
        nanos(process.delayMaxNanos()),
        busy,
        process.processorsP50(),
        process.processorsP90(),
        process.leastHandles(),
        process.mostHandles());
  }

  private static String nanos(long nanos) {
    return new Quantity(nanos, Unit.NANOSECONDS).toString();
  }
}
