package hone.contrast;

/// What of a function is compared.
public enum Measure {
  /// Its value, of one profile a side.
  VALUE,
  /// Its share of the profile's total.
  SHARE,
  /// Its value divided by the work that was done meanwhile.
  PER_WORK
}
