package hone.collect;

/// Hears how far a collection is.
@FunctionalInterface
public interface Progress {

  /// A stage has begun or gone on.
  ///
  /// @param share of the stage that is over
  void at(Stage stage, double share);

  /// Hears nothing.
  static Progress none() {
    return (_, _) -> {};
  }
}
