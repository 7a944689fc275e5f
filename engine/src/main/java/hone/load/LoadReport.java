package hone.load;

import hone.live.Latencies;
import hone.live.Traffic;
import hone.live.Traffic.Model;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What load a service was under, and how it bore it.
public sealed interface LoadReport {

  /// What the requests came to, where that is known.
  Optional<Traffic> traffic();

  /// Why load that hone drove ended before its time.
  enum EarlyEnd {
    /// The service ended.
    SERVICE_ENDED,
    /// The service refused a second's worth of connections in a row.
    SERVICE_REFUSES,
    /// This machine cannot send as fast as was asked.
    RATE_OUT_OF_REACH;

    /// As reports write it: `service-ended`.
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Load that hone drove.
  ///
  /// @param ratePerSecond  what was to be sent
  /// @param sent           requests that were due and begun; each is completed or failed
  /// @param completed      answered with a status below 400
  /// @param failures       kinds that occurred, with how often
  /// @param lateStarts     requests that left 10 ms or more after they were due, because this
  ///                       machine or the limit on connections held them up; their latency runs
  ///                       from when they were due all the same
  /// @param durationNanos  from the first request due to the last response
  /// @param achievedPerSecond answered requests in each second of the duration
  /// @param classes        by endpoint class, of the requests that have one
  /// @param endedEarly     why the load ended before its time
  record Generated(
      double ratePerSecond,
      long sent,
      long completed,
      Map<FailureKind, Long> failures,
      long lateStarts,
      long durationNanos,
      double achievedPerSecond,
      Latency all,
      SortedMap<String, Latency> classes,
      Optional<EarlyEnd> endedEarly)
      implements LoadReport {

    public Generated {
      Map<FailureKind, Long> occurred = new EnumMap<>(FailureKind.class);
      occurred.putAll(failures);
      failures = Collections.unmodifiableMap(occurred);
      classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    public long failed() {
      return failures.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    @Override
    public Optional<Traffic> traffic() {
      SortedMap<String, Latencies> counted = new TreeMap<>();
      classes.forEach((name, latency) -> counted.put(name, latency.counted()));
      return Optional.of(
          new Traffic(Model.OPEN, sent, failed(), lateStarts, all.counted(), counted));
    }
  }

  /// Load that a tool of the team's own drove.
  ///
  /// @param command  command line that was run
  /// @param exitCode empty where it still ran when it was no longer needed, and was stopped
  /// @param output   the end of what it wrote
  /// @param traffic  what it measured, where its results could be read
  record External(
      String command,
      Optional<Integer> exitCode,
      long durationNanos,
      String output,
      Optional<Traffic> traffic)
      implements LoadReport {}

  /// No load: the service was left to itself.
  record Idle() implements LoadReport {

    @Override
    public Optional<Traffic> traffic() {
      return Optional.empty();
    }
  }
}
