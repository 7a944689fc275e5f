package hone.input;

import java.io.IOException;

/// The input as a whole is not what its reader was told it is. A bad record inside a good input is
/// a [Diagnostic].
public final class FormatException extends IOException {

  private static final long serialVersionUID = 1;

  /// Says what is wrong with which input.
  ///
  /// @param input where the bytes came from
  public FormatException(String input, String message) {
    super(input + ": " + message);
  }
}
