package hone.collect;

import java.util.Locale;

/// What a collected profile measures.
public enum ProfileKind {
  /// Where processor time went.
  CPU,
  /// What was allocated, and where.
  ALLOCATION,
  /// What was waited for, and how long.
  WAITING,
  /// Several of these and more in one file, as JFR writes them.
  COMBINED;

  /// As reports write it: `cpu`, `allocation`, `waiting`, `combined`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
