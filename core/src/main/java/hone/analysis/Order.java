package hone.analysis;

/// What makes one row of a table costlier than another; of equals the other value does, then the
/// name.
public enum Order {
  /// The flat value.
  FLAT,
  /// The cumulative value.
  CUMULATIVE
}
