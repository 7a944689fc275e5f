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
  /// @param ceiling  worst that the circumstances of the profile allow
  static Severity of(double lowShare, Confidence confidence, Evidence evidence, Severity ceiling) {
    Severity severity = level(lowShare);
    if (confidence == Confidence.LOW) {
      severity = severity.oneMilder();
    }
    if (evidence == Evidence.PROXY) {
      severity = milder(severity, MEDIUM);
    }
    return milder(severity, ceiling);
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
