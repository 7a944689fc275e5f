package hone.profile;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The circumstances of a profile, as far as its format tells.
///
/// @param format         name of the format it was read from
/// @param durationNanos  how long was recorded
/// @param periodNanos    time between two samples of one thread, for profiles that sample time
/// @param cpuNanos       processor time the program used meanwhile, by another's count than the
///                       samples
/// @param unseenNanos    time of the duration in which no sample was taken though some were due
/// @param droppedCount   samples that the profiler or the reader lost
/// @param truncatedCount samples whose stack the profiler cut short
/// @param blindSpots     what the profiler cannot have seen
/// @param warnings       what a reader of the numbers should know, each a sentence
public record Recording(
    String format,
    OptionalLong durationNanos,
    OptionalLong periodNanos,
    OptionalLong cpuNanos,
    long unseenNanos,
    long droppedCount,
    long truncatedCount,
    Set<BlindSpot> blindSpots,
    List<String> warnings) {

  public Recording {
    blindSpots = Set.copyOf(blindSpots);
    warnings = List.copyOf(warnings);
    if (unseenNanos < 0) {
      throw new IllegalArgumentException("unseen time is negative: " + unseenNanos);
    }
    if (droppedCount < 0) {
      throw new IllegalArgumentException("dropped count is negative: " + droppedCount);
    }
    if (truncatedCount < 0) {
      throw new IllegalArgumentException("truncated count is negative: " + truncatedCount);
    }
  }

  /// Nothing known but the format.
  public static Recording of(String format) {
    OptionalLong unknown = OptionalLong.empty();
    return new Recording(format, unknown, unknown, unknown, 0, 0, 0, Set.of(), List.of());
  }

  /// The same, recorded for that long; a time that is not positive is one that is not known.
  public Recording lasting(long nanos) {
    return new Recording(
        format,
        positive(nanos),
        periodNanos,
        cpuNanos,
        unseenNanos,
        droppedCount,
        truncatedCount,
        blindSpots,
        warnings);
  }

  /// The same, sampled that often; a time that is not positive is one that is not known.
  public Recording sampledEvery(long nanos) {
    return new Recording(
        format,
        durationNanos,
        positive(nanos),
        cpuNanos,
        unseenNanos,
        droppedCount,
        truncatedCount,
        blindSpots,
        warnings);
  }

  /// The same, of a program that used that much processor time; one that is not positive is not
  /// known.
  public Recording using(long nanos) {
    return new Recording(
        format,
        durationNanos,
        periodNanos,
        positive(nanos),
        unseenNanos,
        droppedCount,
        truncatedCount,
        blindSpots,
        warnings);
  }

  /// The same, with these samples lost and these stacks cut short.
  public Recording missing(long dropped, long truncated) {
    return new Recording(
        format,
        durationNanos,
        periodNanos,
        cpuNanos,
        unseenNanos,
        dropped,
        truncated,
        blindSpots,
        warnings);
  }

  /// The same, with no sample in that much of the time though some were due.
  public Recording unseen(long nanos) {
    return new Recording(
        format,
        durationNanos,
        periodNanos,
        cpuNanos,
        nanos,
        droppedCount,
        truncatedCount,
        blindSpots,
        warnings);
  }

  /// The same, by a profiler that cannot see this.
  public Recording blindTo(Collection<BlindSpot> spots) {
    return new Recording(
        format,
        durationNanos,
        periodNanos,
        cpuNanos,
        unseenNanos,
        droppedCount,
        truncatedCount,
        Set.copyOf(spots),
        warnings);
  }

  /// The same, with these warnings.
  public Recording warning(List<String> sentences) {
    return new Recording(
        format,
        durationNanos,
        periodNanos,
        cpuNanos,
        unseenNanos,
        droppedCount,
        truncatedCount,
        blindSpots,
        sentences);
  }

  private static OptionalLong positive(long nanos) {
    return nanos > 0 ? OptionalLong.of(nanos) : OptionalLong.empty();
  }
}
