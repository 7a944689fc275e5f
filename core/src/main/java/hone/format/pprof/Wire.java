package hone.format.pprof;

/// Judges whether bytes are the beginning of an encoded profile, without an index or a copy.
///
/// Every field must have a number and a wire type the schema allows, two levels deep. Text fails
/// within a few bytes: a letter is a field number above 11 with a wire type that number never has.
final class Wire {

  private static final int VARINT = 0;
  private static final int LENGTH = 2;
  private static final int VALUE_TYPE = 1;
  private static final int SAMPLE = 2;
  private static final int MESSAGES = 5;
  private static final int STRING_TABLE = 6;
  private static final int PERIOD_TYPE = 11;
  private static final int COMMENT = 13;
  private static final int LAST_FIELD = 15;
  private static final int[] LAST_INNER_FIELD = {0, 2, 3, 10, 5, 5};

  private final byte[] bytes;
  private int at;

  /// Whether something was met that a text can hardly be: a message, or the empty string with which
  /// the table of strings begins.
  private boolean proven;

  private Wire(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean looksLikeProfile(byte[] head) {
    Wire wire = new Wire(head);
    while (wire.at < head.length) {
      if (!wire.topField()) {
        return false;
      }
    }
    return wire.proven;
  }

  private boolean topField() {
    long tag = varint();
    int number = (int) (tag >>> 3);
    int type = (int) (tag & 7);
    if (tag >>> 3 < 1 || tag >>> 3 > LAST_FIELD) {
      return false;
    }
    if (type == VARINT) {
      boolean scalar = number > STRING_TABLE && number != PERIOD_TYPE;
      varint();
      return scalar;
    }
    return type == LENGTH && lengthField(number);
  }

  private boolean lengthField(int number) {
    boolean known = number <= STRING_TABLE || number == PERIOD_TYPE || number == COMMENT;
    long length = varint();
    if (!known || length < 0) {
      return false;
    }
    int end = (int) Math.min(bytes.length, at + length);
    boolean message = number <= MESSAGES || number == PERIOD_TYPE;
    boolean fits = !message || inner(number, end);
    proven |= message || (number == STRING_TABLE && length == 0);
    at = end;
    return fits;
  }

  /// A value type is two numbers, and a sample packs its locations once and its values once: that
  /// tells them from the messages of other schemas with the same field numbers.
  private boolean inner(int number, int end) {
    boolean valueType = number == VALUE_TYPE || number == PERIOD_TYPE;
    int last = valueType ? 2 : LAST_INNER_FIELD[number];
    int[] packed = new int[last + 1];
    while (at < end) {
      int type = bytes[at] & 7;
      int field = (bytes[at] & 0x7f) >>> 3;
      if (!innerField(last, end) || (valueType && type == LENGTH)) {
        return false;
      }
      packed[field] += type == LENGTH ? 1 : 0;
      if (number == SAMPLE && field < last && packed[field] > 1) {
        return false;
      }
    }
    return true;
  }

  private boolean innerField(int last, int end) {
    long tag = varint();
    long number = tag >>> 3;
    long type = tag & 7;
    if (number < 1 || number > last || (type != VARINT && type != LENGTH)) {
      return false;
    }
    long value = varint();
    if (type == LENGTH) {
      boolean fits = value >= 0 && (value <= end - at || end == bytes.length);
      at = (int) Math.min(end, at + Math.max(0, value));
      return fits;
    }
    return true;
  }

  /// The number here; past the end of the head every further byte reads as zero.
  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64 && at < bytes.length; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    return value;
  }
}
