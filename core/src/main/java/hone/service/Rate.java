package hone.service;

/// How many requests are sent in a second, whether or not earlier ones were answered.
public sealed interface Rate {

  /// The same number of arrivals in every second.
  record Constant(double perSecond) implements Rate {
    public Constant {
      if (!(perSecond > 0 && perSecond <= 1e6)) {
        throw new IllegalArgumentException("rate is not in (0, 1000000]: " + perSecond);
      }
    }
  }

  /// A rate that the service sustains, found by trying.
  record Auto() implements Rate {}
}
