package hone.input;

/// Something in an input that was passed over, and where.
///
/// @param input where the bytes came from, for the reader of the message only
/// @param at    1-based line of a text, byte offset of a binary
public record Diagnostic(String input, long at, String message) {

  @Override
  public String toString() {
    return input + ":" + at + ": " + message;
  }
}
