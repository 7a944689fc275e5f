package hone.gate;

import java.util.Locale;

/// What runs are made for.
public enum Phase {
  /// Looked at several times while they are made, until what they say is settled.
  FIRST,
  /// Made for what the first runs flagged, and looked at once: nothing was chosen by them.
  FRESH;

  /// The phase in a document's spelling, `first` or `fresh`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Phase of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
