package hone.measure;

import hone.bench.Series;
import java.time.Instant;
import java.util.List;

/// One execution of all benchmarks, in fresh processes.
///
/// @param startedAt when, for people and history
/// @param wallNanos how long the whole execution took
/// @param series    what each benchmark measured, raw
public record Run(Schedule.Slot slot, Instant startedAt, long wallNanos, List<Series> series) {

  public Run {
    series = List.copyOf(series);
  }
}
