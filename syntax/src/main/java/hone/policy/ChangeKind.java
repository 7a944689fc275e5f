package hone.policy;

import java.util.Locale;

/// What a patch does to get faster, the kind to be tried first before the others.
public enum ChangeKind {
  /// Less work: a loop, or a call in a loop, gone; another kind of collection.
  ALGORITHMIC,
  /// The same work, each step cheaper.
  MICRO;

  /// The kind of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static ChangeKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// As other programs read it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
