package hone.format.pstats;

import hone.input.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the few types of Python's marshal that a dump of statistics has, and no others: dicts,
/// tuples, strings, whole numbers and floats, in any version of marshal.
final class Marshal {

  /// A value that may be shared: whoever reads it must not follow it without a limit.
  sealed interface Value {}

  record Whole(long number) implements Value {}

  record Decimal(double number) implements Value {}

  record Text(String text) implements Value {}

  record Tuple(List<Value> values) implements Value {}

  record Dict(List<Value> keys, List<Value> values) implements Value {}

  private static final int DEEPEST = 8;
  private static final int SHARED = 0x80;
  private static final int DIGIT_BITS = 15;
  private static final int MOST_DIGITS = 4;

  private final String input;
  private final byte[] bytes;
  private final List<Optional<Value>> shared = new ArrayList<>();
  private final List<String> interned = new ArrayList<>();
  private int at;

  Marshal(String input, byte[] bytes) {
    this.input = input;
    this.bytes = bytes;
  }

  /// The one value of the input.
  Value read() throws FormatException {
    Value value = value(0);
    if (at != bytes.length) {
      throw broken("goes on after its end");
    }
    return value;
  }

  private Value value(int depth) throws FormatException {
    if (depth > DEEPEST) {
      throw broken("nests deeper than statistics do");
    }
    int type = next();
    boolean kept = (type & SHARED) != 0;
    int place = shared.size();
    if (kept) {
      shared.add(Optional.empty());
    }
    Value value = value(type & ~SHARED, depth);
    if (kept) {
      shared.set(place, Optional.of(value));
    }
    return value;
  }

  private Value value(int type, int depth) throws FormatException {
    return switch (type) {
      case '{' -> dict(depth);
      case ')' -> tuple(next(), depth);
      case '(' -> tuple(length(), depth);
      case 'i' -> new Whole(number());
      case 'I' -> new Whole(Integer.toUnsignedLong(number()) | (long) number() << 32);
      case 'l' -> new Whole(digits());
      case 'g' ->
          new Decimal(
              Double.longBitsToDouble(Integer.toUnsignedLong(number()) | (long) number() << 32));
      case 'f' -> new Decimal(decimal(text(next())));
      case 'z', 'Z' -> new Text(text(next()));
      case 'a', 'A', 'u', 's' -> new Text(text(length()));
      case 't' -> {
        String text = text(length());
        interned.add(text);
        yield new Text(text);
      }
      case 'R' -> new Text(interned());
      case 'r' -> shared();
      default -> throw broken("type '" + Integer.toHexString(type) + "' is in no statistics");
    };
  }

  private Value dict(int depth) throws FormatException {
    List<Value> keys = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    while (peek() != '0') {
      keys.add(value(depth + 1));
      values.add(value(depth + 1));
    }
    at++;
    return new Dict(keys, values);
  }

  private Value tuple(int length, int depth) throws FormatException {
    if (length > bytes.length - at) {
      throw early();
    }
    List<Value> values = new ArrayList<>(length);
    for (int each = 0; each < length; each++) {
      values.add(value(depth + 1));
    }
    return new Tuple(values);
  }

  /// A whole number as Python keeps large ones, with its sign in the count of digits.
  private long digits() throws FormatException {
    int signed = number();
    if (Math.abs((long) signed) > MOST_DIGITS) {
      throw broken("number does not fit 64 bits");
    }
    long number = 0;
    for (int digit = 0; digit < Math.abs(signed); digit++) {
      int two = (next() | (next() << 8)) & ((1 << DIGIT_BITS) - 1);
      number |= (long) two << (digit * DIGIT_BITS);
    }
    return signed < 0 ? -number : number;
  }

  private double decimal(String text) throws FormatException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      throw broken("'" + text + "' is no number");
    }
  }

  private Value shared() throws FormatException {
    int place = number();
    if (place < 0 || place >= shared.size() || shared.get(place).isEmpty()) {
      throw broken("refers to value '" + place + "', which is not there");
    }
    return shared.get(place).get();
  }

  private String interned() throws FormatException {
    int place = number();
    if (place < 0 || place >= interned.size()) {
      throw broken("refers to string '" + place + "', which is not there");
    }
    return interned.get(place);
  }

  private String text(int length) throws FormatException {
    if (length > bytes.length - at) {
      throw early();
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private int length() throws FormatException {
    int length = number();
    if (length < 0) {
      throw broken("length '" + length + "' is negative");
    }
    return length;
  }

  private int number() throws FormatException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private int next() throws FormatException {
    int value = peek();
    at++;
    return value;
  }

  private int peek() throws FormatException {
    if (at >= bytes.length) {
      throw early();
    }
    return bytes[at] & 0xff;
  }

  private FormatException early() {
    return broken("ends early");
  }

  private FormatException broken(String message) {
    return new FormatException(input, "byte " + at + ": " + message);
  }
}
