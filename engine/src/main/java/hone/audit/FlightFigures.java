package hone.audit;

import hone.live.AllocationRate;
import hone.live.Pauses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/// What a flight recording tells beside its samples: bytes that threads allocated, and pauses.
///
/// `jdk.ThreadAllocationStatistics` has what each thread allocated since it began, every second; a
/// thread that began meanwhile counts from nothing, and what one allocates after its last record is
/// missed. Virtual threads count with the threads that carry them.
final class FlightFigures {

  private static final Duration SHORTEST = Duration.ofMillis(500);

  private final Map<Long, Long> first = new HashMap<>();
  private final Map<Long, Long> last = new HashMap<>();
  private Instant began = Instant.MAX;
  private Instant ended = Instant.MIN;
  private long pauseCount;
  private long pausedNanos;
  private long longestNanos;

  private FlightFigures() {}

  static FlightFigures of(Path recording) throws IOException {
    FlightFigures figures = new FlightFigures();
    try (EventStream events = EventStream.openFile(recording)) {
      events.setReuse(true);
      events.setOrdered(true);
      events.onEvent("jdk.ThreadAllocationStatistics", figures::allocated);
      events.onEvent("jdk.GCPhasePause", figures::paused);
      events.start();
    }
    return figures;
  }

  /// The rate between the first and the last record; empty where there are none, or almost no time
  /// lies between them.
  Optional<AllocationRate> allocation() {
    if (began.isAfter(ended) || Duration.between(began, ended).compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    long bytes = 0;
    for (Map.Entry<Long, Long> thread : last.entrySet()) {
      bytes = Math.addExact(bytes, thread.getValue() - first.getOrDefault(thread.getKey(), 0L));
    }
    return Optional.of(
        AllocationRate.of(
            bytes, Duration.between(began, ended).toNanos(), AllocationRate.Source.COUNTED));
  }

  Pauses pauses() {
    return new Pauses(pauseCount, pausedNanos, longestNanos);
  }

  private void allocated(RecordedEvent event) {
    RecordedThread thread = event.getThread("thread");
    if (thread == null) {
      return;
    }
    Instant when = event.getStartTime();
    if (when.isBefore(began)) {
      began = when;
    }
    if (when.isAfter(ended)) {
      ended = when;
    }
    long bytes = event.getLong("allocated");
    boolean atBegin = Duration.between(began, when).compareTo(SHORTEST) < 0;
    if (atBegin) {
      first.putIfAbsent(thread.getId(), bytes);
    }
    last.merge(thread.getId(), bytes, Math::max);
  }

  private void paused(RecordedEvent event) {
    long nanos = event.getDuration().toNanos();
    pauseCount++;
    pausedNanos = Math.addExact(pausedNanos, nanos);
    longestNanos = Math.max(longestNanos, nanos);
  }
}
