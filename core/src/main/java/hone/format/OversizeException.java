package hone.format;

import java.io.IOException;

/// A profile is too large for the format that it was to be written in.
public final class OversizeException extends IOException {

  private static final long serialVersionUID = 1;

  private final String reason;

  /// Says what is too large, as it would follow the name of the profile and a colon.
  public OversizeException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// The same, said of an input.
  public String of(String input) {
    return input + ": " + reason;
  }
}
