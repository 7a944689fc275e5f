package hone.finding;

import java.util.Locale;

/// What a hotspot spends its cost on.
public enum Category {
  /// Computing: searching, sorting, compiling, comparing.
  ALGORITHMIC,
  /// Making and collecting objects.
  ALLOCATION,
  /// Reading, writing, or waiting for either.
  IO_WAIT,
  /// Waiting for others to let go.
  LOCK_CONTENTION,
  /// Encoding, decoding, compressing.
  SERIALISATION;

  /// As documents write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
