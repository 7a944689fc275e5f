package hone.live;

import java.util.Locale;

/// How fast a service allocated memory under load.
///
/// @param bytesPerSecond not negative
/// @param durationNanos  of the recording it is of, positive
/// @param source         how it is known
public record AllocationRate(double bytesPerSecond, long durationNanos, Source source) {

  /// How an allocation rate is known.
  public enum Source {
    /// The runtime counted every byte of every thread.
    COUNTED("counted by the runtime"),
    /// The profiler estimated it from samples.
    SAMPLED("estimated from samples");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    /// As documents write it: `counted`, `sampled`.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// In words.
    public String text() {
      return text;
    }
  }

  public AllocationRate {
    if (!(bytesPerSecond >= 0 && Double.isFinite(bytesPerSecond)) || durationNanos <= 0) {
      throw new IllegalArgumentException(
          "not an allocation rate: " + bytesPerSecond + " over " + durationNanos);
    }
  }

  /// The rate of so many bytes in a time.
  ///
  /// @param durationNanos positive
  public static AllocationRate of(long bytes, long durationNanos, Source source) {
    return new AllocationRate(bytes / (durationNanos / 1e9), durationNanos, source);
  }

  /// As people read it: `12.3 MB/s`.
  public static String text(double bytesPerSecond) {
    return String.format(Locale.ROOT, "%,.1f MB/s", bytesPerSecond / 1e6);
  }
}
