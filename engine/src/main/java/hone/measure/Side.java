package hone.measure;

import java.util.Locale;

/// Which of the two revisions a run belongs to.
public enum Side {
  BASE,
  CANDIDATE;

  /// The side of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Side of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
