package hone.format.pyinstrument;

import hone.profile.Frame;

/// How pyinstrument writes a frame as one text: name, file and line with zero characters between
/// them, and what else it knows behind a character of value one.
final class Identifier {

  private static final char SEPARATOR = '\0';
  private static final char ATTRIBUTES = '\1';

  private Identifier() {}

  /// The frame of an identifier, at the line of its function.
  static Frame frame(String identifier) {
    int end = identifier.indexOf(ATTRIBUTES);
    String[] parts =
        (end < 0 ? identifier : identifier.substring(0, end)).split(String.valueOf(SEPARATOR), -1);
    String name = parts[0].isBlank() ? "<unknown>" : parts[0];
    String file = parts.length > 1 ? parts[1] : "";
    boolean line = parts.length > 2 && parts[2].matches("\\d{1,9}");
    return new Frame(name, file, line ? Integer.parseInt(parts[2]) : 0);
  }
}
