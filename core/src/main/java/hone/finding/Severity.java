package hone.finding;

import java.util.Locale;

/// How much a finding matters, worst first.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW;

  private static final double CRITICAL_SHARE = 0.30;
  private static final double HIGH_SHARE = 0.15;
  private static final double MEDIUM_SHARE = 0.05;

  /// The severity of a hotspot.
  ///
  /// @param lowShare lower 95 % bound of its share of the total
  /// @param raised   whether it is a part of why the service breaks a budget
  static Severity of(double lowShare, Confidence confidence, Evidence evidence, boolean raised) {
    Severity severity = level(lowShare);
    if (confidence == Confidence.LOW) {
      severity = severity.oneMilder();
    }
    if (raised) {
      severity = severity.oneHarsher();
    }
    return evidence == Evidence.PROXY ? severity.within(MEDIUM) : severity;
  }

  /// This one, or the worst that is allowed.
  Severity within(Severity ceiling) {
    return milder(this, ceiling);
  }

  static Severity milder(Severity a, Severity b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private Severity oneMilder() {
    return switch (this) {
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      case MEDIUM, LOW -> LOW;
    };
  }

  private Severity oneHarsher() {
    return switch (this) {
      case CRITICAL, HIGH -> CRITICAL;
      case MEDIUM -> HIGH;
      case LOW -> MEDIUM;
    };
  }

  private static Severity level(double share) {
    if (share >= CRITICAL_SHARE) {
      return CRITICAL;
    }
    if (share >= HIGH_SHARE) {
      return HIGH;
    }
    return share >= MEDIUM_SHARE ? MEDIUM : LOW;
  }

  /// As documents write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
