package hone.unit;

import java.util.Locale;

/// A part of a whole, in [0, 1]; percent is how it is written for people.
public record Share(double value) {

  public Share {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("share is not in [0, 1]: " + value);
    }
  }

  /// A part of a whole that may be empty: no whole, no share.
  ///
  /// @param part not negative, at most `whole`
  public static Share of(double part, double whole) {
    return new Share(whole == 0 ? 0 : part / whole);
  }

  /// The number times one hundred, for documents that speak in percent.
  public double percentage() {
    return value * 100;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f %%", percentage());
  }
}
