package hone.finding;

import java.util.Locale;

/// How sure the cause of a finding is.
public enum Confidence {
  /// Signature, right profile, and the source code or a second profile agree.
  HIGH,
  /// Two of these.
  MEDIUM,
  /// One of these.
  LOW;

  /// As documents write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
