package hone.format.pprof;

import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;

/// The fields of a protocol buffer, one after the other, with the place of what is broken.
///
/// Inputs may be longer than 2 GiB; no single message in them is.
final class Fields {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final Octets octets;
  private int type;

  Fields(String input, InputStream in) {
    octets = new Octets(input, in);
  }

  /// What to do with a field, by its number; it reads the field or leaves it to be skipped.
  interface Message {
    /// Reads the value of a field.
    ///
    /// @return false where the field is none of this message's; its value is then passed over
    boolean read(int number) throws IOException;
  }

  /// Reads the whole input as one message.
  void document(Message message) throws IOException {
    while (!octets.atEnd()) {
      readOrSkip(message, next());
    }
  }

  /// Reads the field here as a message.
  void message(Message message) throws IOException {
    long outer = enter();
    while (!octets.atEnd()) {
      readOrSkip(message, next());
    }
    octets.leave(outer);
  }

  /// The number here, of a field that is one.
  long number() throws IOException {
    if (type != VARINT) {
      throw broken("expected a number, found wire type " + type);
    }
    return octets.varint();
  }

  /// Adds numbers that may be packed into one field or stand in one each.
  void numbers(Numbers into) throws IOException {
    if (type != LENGTH) {
      into.add(number());
      return;
    }
    long outer = enter();
    octets.varints(into);
    octets.leave(outer);
  }

  /// Adds locations that may be packed into one field or stand in one each.
  void numbers(Path into) throws IOException {
    if (type != LENGTH) {
      into.add(number());
      return;
    }
    octets.text(octets.varint(), into);
    if (!into.isWhole()) {
      throw octets.cutOrBroken("a number is longer than what it is in");
    }
  }

  /// Reads the text here, in pieces.
  void text(Octets.Piece piece) throws IOException {
    if (type != LENGTH) {
      throw broken("expected text, found wire type " + type);
    }
    octets.text(octets.varint(), piece);
  }

  long offset() {
    return octets.offset();
  }

  String input() {
    return octets.input();
  }

  FormatException broken(String message) {
    return octets.broken(message);
  }

  FormatException tooLong() {
    return octets.tooLong();
  }

  FormatException brokenAt(long offset, String message) {
    return octets.brokenAt(offset, message);
  }

  private long enter() throws IOException {
    if (type != LENGTH) {
      throw broken("expected a length, found wire type " + type);
    }
    return octets.enter(octets.varint());
  }

  private int next() throws IOException {
    long tag = octets.varint();
    type = (int) (tag & 7);
    long number = tag >>> 3;
    if (number == 0 || number > Integer.MAX_VALUE) {
      throw octets.cutOrBroken("a field has the number " + Long.toUnsignedString(number));
    }
    return (int) number;
  }

  private void readOrSkip(Message message, int number) throws IOException {
    if (!message.read(number)) {
      skip();
    }
  }

  /// Passes over a field that is not ours. Groups are none of this schema, and nest without bound.
  private void skip() throws IOException {
    switch (type) {
      case VARINT -> octets.varint();
      case FIXED64 -> octets.skip(Long.BYTES);
      case FIXED32 -> octets.skip(Integer.BYTES);
      case LENGTH -> octets.skip(octets.varint());
      default -> throw broken("wire type " + type + " is none of this format's");
    }
  }
}
