package hone.optimise;

/// Whoever was to make a change made none.
public final class EditFailure extends Exception {

  private static final long serialVersionUID = 1;

  /// Says why.
  ///
  /// @param reason in plain words
  public EditFailure(String reason) {
    super(reason);
  }
}
