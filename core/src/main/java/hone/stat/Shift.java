package hone.stat;

/// How far one set of numbers lies above another, in their own unit.
///
/// @param low  lower end of the interval; minus infinity where too few numbers bound it
/// @param high upper end of the interval; infinity where too few numbers bound it
public record Shift(double estimate, double low, double high) {

  /// Whether both ends are known.
  public boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
