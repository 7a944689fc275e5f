package hone.format.jfr;

import hone.input.FormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The types of one chunk, as its metadata describes them.
final class Types {

  private static final int DEEPEST = 16;

  /// Fields of all types together, those of types within types once for each place.
  private static final int MOST_FIELDS = 1_000_000;

  private final Map<Long, Structure> byId = new HashMap<>();
  private final byte[] written;
  private int fieldsLeft = MOST_FIELDS;

  private Types(byte[] written) {
    this.written = written;
  }

  /// One type: of an event, a constant or a value.
  record Structure(long id, String name, List<Member> fields) {
    Structure {
      fields = List.copyOf(fields);
    }
  }

  /// One field of a type.
  ///
  /// @param constant whether the value is the number of a constant
  record Member(String name, long type, boolean array, boolean constant) {}

  /// An element of the metadata's tree.
  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    private String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  /// The types of a chunk.
  ///
  /// @param known those of the chunk before, which are given back where the chunk says the same
  static Types of(Chunk chunk, Optional<Types> known) throws FormatException {
    Cursor cursor = chunk.cursor(chunk.metadataAt());
    long size = cursor.number(Integer.BYTES);
    cursor.number(Long.BYTES);
    cursor.number(Long.BYTES);
    cursor.number(Long.BYTES);
    cursor.number(Long.BYTES);
    byte[] written = chunk.bytes(cursor.at(), chunk.metadataAt() + size);
    if (known.isPresent() && Arrays.equals(written, known.get().written)) {
      return known.get();
    }
    List<String> strings = new ArrayList<>();
    int count = cursor.count();
    for (int index = 0; index < count; index++) {
      strings.add(cursor.text());
    }
    Types types = new Types(written);
    types.collect(cursor, element(cursor, strings, 0));
    return types;
  }

  private static Element element(Cursor cursor, List<String> strings, int depth)
      throws FormatException {
    if (depth > DEEPEST) {
      throw cursor.broken("metadata nests too deep");
    }
    String name = string(cursor, strings);
    Map<String, String> attributes = new HashMap<>();
    int attributeCount = cursor.count();
    for (int index = 0; index < attributeCount; index++) {
      String key = string(cursor, strings);
      attributes.put(key, string(cursor, strings));
    }
    List<Element> children = new ArrayList<>();
    int childCount = cursor.count();
    for (int index = 0; index < childCount; index++) {
      children.add(element(cursor, strings, depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private static String string(Cursor cursor, List<String> strings) throws FormatException {
    long place = cursor.number(Integer.BYTES);
    if (place < 0 || place >= strings.size()) {
      throw cursor.broken("metadata has no string " + place);
    }
    return strings.get((int) place);
  }

  private void collect(Cursor cursor, Element element) throws FormatException {
    if (element.name.equals("class")) {
      List<Member> fields = new ArrayList<>();
      for (Element child : element.children) {
        if (child.name.equals("field")) {
          boolean array = !child.attribute("dimension").isEmpty();
          boolean constant = child.attribute("constantPool").equals("true");
          long type = id(cursor, child.attribute("class"));
          fields.add(new Member(child.attribute("name"), type, array, constant));
        }
      }
      Structure type = new Structure(id(cursor, element.attribute("id")), name(element), fields);
      byId.put(type.id, type);
    }
    for (Element child : element.children) {
      collect(cursor, child);
    }
  }

  /// The name of a type as the JDK writes it since version 11; before, Oracle's had a prefix.
  private static String name(Element element) {
    return element.attribute("name").replaceFirst("^com\\.oracle\\.jdk\\.", "jdk.");
  }

  private static long id(Cursor cursor, String text) throws FormatException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw cursor.broken("'" + text + "' is no id of a type");
    }
  }

  /// The type of an id.
  ///
  /// @throws FormatException if the metadata does not describe it
  Structure type(long id, Cursor cursor) throws FormatException {
    Structure type = byId.get(id);
    if (type == null) {
      throw cursor.broken("no type has the id " + id);
    }
    return type;
  }

  Optional<Structure> known(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The type of a name.
  Optional<Structure> named(String name) {
    return byId.values().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  List<Structure> all() {
    return List.copyOf(byId.values());
  }

  /// Counts one field more that is looked at.
  ///
  /// @throws FormatException if there are too many, as types that hold types can make of few
  void spend(Cursor cursor) throws FormatException {
    if (fieldsLeft-- <= 0) {
      throw cursor.broken("types have more than " + MOST_FIELDS + " fields together");
    }
  }
}
