package hone.profile;

import java.util.List;
import java.util.OptionalLong;

/// The circumstances of a profile, as far as its format tells.
///
/// @param format         name of the format it was read from
/// @param durationNanos  how long was recorded
/// @param periodNanos    time between two samples of one thread, for profiles that sample time
/// @param droppedCount   samples that the profiler or the reader lost
/// @param truncatedCount samples whose stack the profiler cut short
/// @param warnings       what a reader of the numbers should know, each a sentence
public record Recording(
    String format,
    OptionalLong durationNanos,
    OptionalLong periodNanos,
    long droppedCount,
    long truncatedCount,
    List<String> warnings) {

  public Recording {
    warnings = List.copyOf(warnings);
    if (droppedCount < 0) {
      throw new IllegalArgumentException("dropped count is negative: " + droppedCount);
    }
    if (truncatedCount < 0) {
      throw new IllegalArgumentException("truncated count is negative: " + truncatedCount);
    }
  }

  /// Nothing known but the format.
  public static Recording of(String format) {
    return new Recording(format, OptionalLong.empty(), OptionalLong.empty(), 0, 0, List.of());
  }

  /// The same, recorded for that long; a time that is not positive is one that is not known.
  public Recording lasting(long nanos) {
    return new Recording(
        format, positive(nanos), periodNanos, droppedCount, truncatedCount, warnings);
  }

  /// The same, sampled that often; a time that is not positive is one that is not known.
  public Recording sampledEvery(long nanos) {
    return new Recording(
        format, durationNanos, positive(nanos), droppedCount, truncatedCount, warnings);
  }

  /// The same, with these samples lost and these stacks cut short.
  public Recording missing(long dropped, long truncated) {
    return new Recording(format, durationNanos, periodNanos, dropped, truncated, warnings);
  }

  /// The same, with these warnings.
  public Recording warning(List<String> sentences) {
    return new Recording(
        format, durationNanos, periodNanos, droppedCount, truncatedCount, sentences);
  }

  private static OptionalLong positive(long nanos) {
    return nanos > 0 ? OptionalLong.of(nanos) : OptionalLong.empty();
  }
}
