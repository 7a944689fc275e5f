package hone.standard;

import java.util.Locale;

/// What is done about a clause of the standards.
public enum Treatment {
  /// The loop itself cannot do otherwise.
  ENFORCED,
  /// A number is taken under load and held against it.
  MEASURED,
  /// The agent gets it to read with its task, word for word.
  PASSED_ON;

  /// As reports write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
