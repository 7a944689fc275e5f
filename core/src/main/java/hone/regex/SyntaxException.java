package hone.regex;

/// An expression that Go refuses.
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what the expression does or has that Go refuses
  SyntaxException(String message) {
    super(message, null, false, false);
  }
}
