package hone.measure;

import hone.bench.Series;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// One execution of all benchmarks, in fresh processes.
///
/// @param startedAt when, for people and history
/// @param wallNanos how long the whole execution took
/// @param cpuNanos  processor time of the whole execution, start-up and harness too; nothing where
///                  the system does not tell
/// @param series    what each benchmark measured, raw
public record Run(
    Schedule.Slot slot,
    Instant startedAt,
    long wallNanos,
    OptionalLong cpuNanos,
    List<Series> series) {

  public Run {
    series = List.copyOf(series);
  }

  public Run(Schedule.Slot slot, Instant startedAt, long wallNanos, List<Series> series) {
    this(slot, startedAt, wallNanos, OptionalLong.empty(), series);
  }
}
