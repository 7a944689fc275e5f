package hone.format.otlp;

/// Judges whether bytes are the beginning of encoded profiles, without an index or a copy.
///
/// Every field must have a number and a wire type that the schema allows, down to where text or
/// numbers begin; a field that reaches past the head is judged as far as it is there.
final class Wire {

  private static final int LENGTH = 2;

  /// What a message may hold: for each field number, what its messages are, or that it is a leaf.
  private enum Kind {
    LEAF,
    ROOT,
    RESOURCE_PROFILES,
    RESOURCE,
    KEY_VALUE,
    SCOPE_PROFILES,
    PROFILE,
    DICTIONARY,
    ROW;

    /// What the field of that number is; LEAF where it is not looked into.
    Kind of(int field) {
      return switch (this) {
        case ROOT -> field == 1 ? RESOURCE_PROFILES : DICTIONARY;
        case RESOURCE_PROFILES -> field == 1 ? RESOURCE : field == 2 ? SCOPE_PROFILES : LEAF;
        case RESOURCE -> field == 1 ? KEY_VALUE : LEAF;
        case SCOPE_PROFILES -> field == 2 ? PROFILE : LEAF;
        case DICTIONARY -> field == 5 ? LEAF : ROW;
        case LEAF, KEY_VALUE, PROFILE, ROW -> LEAF;
      };
    }

    boolean allows(int field, int type) {
      return switch (this) {
        case LEAF -> true;
        case ROOT, KEY_VALUE -> field <= 2 && type == LENGTH;
        case RESOURCE_PROFILES -> (field <= 3 || field == 1000) && type == LENGTH;
        case SCOPE_PROFILES -> field <= 3 && type == LENGTH;
        case RESOURCE -> field == 2 ? type == 0 : field <= 3 && type == LENGTH;
        case PROFILE -> field <= 12 && type <= LENGTH;
        case DICTIONARY -> field <= 7 && type == LENGTH;
        case ROW -> field <= 6 && type <= LENGTH;
      };
    }
  }

  private final byte[] bytes;
  private int at;

  private Wire(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /// Judges the message between `from` and `end`, which may lie behind the head.
  static boolean looksLikeProfiles(byte[] head, int from, long end) {
    int inside = (int) Math.min(end, head.length);
    return inside > from && new Wire(head, from).message(Kind.ROOT, inside, end > head.length);
  }

  /// Judges the message here, which ends at `end`, or later where it is cut.
  private boolean message(Kind kind, int end, boolean cut) {
    while (at < end) {
      long tag = varint();
      int type = (int) (tag & 7);
      long field = tag >>> 3;
      if (field < 1 || field > 1000 || !kind.allows((int) field, type)) {
        return false;
      }
      if (!value(kind.of((int) field), type, end, cut)) {
        return false;
      }
    }
    return true;
  }

  private boolean value(Kind kind, int type, int end, boolean cut) {
    if (type == 0) {
      varint();
      return at <= end;
    }
    long length = type == LENGTH ? varint() : Long.BYTES;
    long until = at + length;
    if (length < 0 || (until > end && !cut)) {
      return false;
    }
    int inside = (int) Math.min(until, end);
    boolean fits = kind == Kind.LEAF || message(kind, inside, until > end);
    at = inside;
    return fits;
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
