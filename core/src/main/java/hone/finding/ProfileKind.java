package hone.finding;

import java.util.Locale;

/// What a profile was taken of, as the findings document names it.
public enum ProfileKind {
  CPU,
  MEMORY,
  GOROUTINE,
  EVENT_LOOP;

  /// As documents write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
