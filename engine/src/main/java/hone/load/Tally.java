package hone.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AtomicHistogram;

/// Counts what became of requests; for many threads.
final class Tally {

  private static final long LARGEST_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int SIGNIFICANT_DIGITS = 3;

  private final AtomicLong completed = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong refusedInARow = new AtomicLong();
  private final Map<FailureKind, AtomicLong> failures = new ConcurrentHashMap<>();
  private final Times all = new Times();
  private final Map<String, Times> classes = new ConcurrentHashMap<>();

  /// What answers took, and how many never came.
  private static final class Times {

    private final AtomicHistogram answered = new AtomicHistogram(LARGEST_NANOS, SIGNIFICANT_DIGITS);
    private final AtomicLong unanswered = new AtomicLong();

    Latency latency() {
      return Latency.of(answered, unanswered.get());
    }
  }

  void late() {
    late.incrementAndGet();
  }

  void completed(Optional<String> endpointClass, long nanos) {
    refusedInARow.set(0);
    completed.incrementAndGet();
    record(endpointClass, nanos);
  }

  void failed(FailureKind kind, Optional<String> endpointClass, long nanos) {
    failures.computeIfAbsent(kind, _ -> new AtomicLong()).incrementAndGet();
    switch (kind) {
      case CONNECTION_REFUSED -> {
        refusedInARow.incrementAndGet();
        unanswered(endpointClass);
      }
      case CONNECTION_LOST, MALFORMED_RESPONSE -> {
        refusedInARow.set(0);
        unanswered(endpointClass);
      }
      case TIMEOUT, CLIENT_ERROR, SERVER_ERROR -> {
        refusedInARow.set(0);
        record(endpointClass, nanos);
      }
    }
  }

  long refusedInARow() {
    return refusedInARow.get();
  }

  long completed() {
    return completed.get();
  }

  long lateStarts() {
    return late.get();
  }

  Map<FailureKind, Long> failures() {
    Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
    failures.forEach((kind, count) -> counts.put(kind, count.get()));
    return counts;
  }

  Latency all() {
    return all.latency();
  }

  SortedMap<String, Latency> classes() {
    SortedMap<String, Latency> latencies = new TreeMap<>();
    classes.forEach((name, times) -> latencies.put(name, times.latency()));
    return latencies;
  }

  private void record(Optional<String> endpointClass, long nanos) {
    long counted = Math.clamp(nanos, 1, LARGEST_NANOS);
    all.answered.recordValue(counted);
    endpointClass.ifPresent(name -> of(name).answered.recordValue(counted));
  }

  private void unanswered(Optional<String> endpointClass) {
    all.unanswered.incrementAndGet();
    endpointClass.ifPresent(name -> of(name).unanswered.incrementAndGet());
  }

  private Times of(String endpointClass) {
    return classes.computeIfAbsent(endpointClass, _ -> new Times());
  }
}
