package hone.format.jfr;

import hone.format.jfr.Types.Member;
import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import java.util.Optional;

/// Reads values of the types a chunk describes, keeping the fields that are asked for.
final class Values {

  private static final int DEEPEST = 16;

  private final Types types;
  private final Cursor cursor;
  private long stepsLeft;

  Values(Types types, Cursor cursor) {
    this.types = types;
    this.cursor = cursor;
    // A type without bytes could be nested to be read for ever.
    stepsLeft = 1_000_000 + 64L * cursor.remaining();
  }

  /// What is asked for of one value.
  interface Sink {
    /// Takes a whole number, a truth value or the number of a constant.
    void number(String field, long value);

    /// Takes a string.
    void text(String field, String value);

    /// Whether the entries of an array are wanted, each as a value of its own.
    default Optional<Sink> entries(String field) {
      return Optional.empty();
    }

    /// Ends an entry of an array.
    default void endEntry() {}
  }

  private enum Nothing implements Sink {
    NOTHING;

    @Override
    public void number(String field, long value) {}

    @Override
    public void text(String field, String value) {}
  }

  Cursor cursor() {
    return cursor;
  }

  /// Reads a value of that type.
  void read(Structure type, Sink sink) throws FormatException {
    read(type, sink, 0);
  }

  /// Passes over a value of that type.
  void skip(Structure type) throws FormatException {
    read(type, Nothing.NOTHING, 0);
  }

  private void read(Structure type, Sink sink, int depth) throws FormatException {
    if (depth > DEEPEST || stepsLeft < 0) {
      throw cursor.broken("type '" + type.name() + "' nests too deep");
    }
    for (Member field : type.fields()) {
      stepsLeft--;
      if (field.array()) {
        array(field, sink, depth);
      } else {
        single(field, sink, depth);
      }
    }
  }

  private void array(Member field, Sink sink, int depth) throws FormatException {
    int count = cursor.count();
    Optional<Sink> wanted = sink.entries(field.name());
    Sink entry = wanted.orElse(Nothing.NOTHING);
    for (int index = 0; index < count; index++) {
      single(field, entry, depth);
      entry.endEntry();
    }
  }

  private void single(Member field, Sink sink, int depth) throws FormatException {
    stepsLeft--;
    if (field.constant()) {
      sink.number(field.name(), cursor.number(Long.BYTES));
      return;
    }
    Structure type = types.type(field.type(), cursor);
    switch (type.name()) {
      case "boolean", "byte" -> sink.number(field.name(), cursor.unsignedByte());
      case "short", "char" -> sink.number(field.name(), cursor.number(Short.BYTES));
      case "int" -> {
        // A negative one is written as 32 bits without a sign.
        int value = (int) cursor.number(Integer.BYTES);
        sink.number(field.name(), value);
      }
      case "long" -> sink.number(field.name(), cursor.number(Long.BYTES));
      case "float" -> cursor.skip(Float.BYTES);
      case "double" -> cursor.skip(Double.BYTES);
      case "java.lang.String" -> sink.text(field.name(), cursor.text());
      default -> read(type, sink, depth + 1);
    }
  }
}
