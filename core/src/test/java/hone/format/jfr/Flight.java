package hone.format.jfr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes small recordings of one chunk, as the JDK lays them out.
///
/// The constants are one stack, number 1: `shop.Orders$Line.sort` line 30 called by
/// `shop.Orders.run` line 7. Thread 9 is a compiler.
final class Flight {

  private final ByteArrayOutputStream events = new ByteArrayOutputStream();
  private final Map<String, Long> eventTypes = new LinkedHashMap<>();
  private final Map<String, List<String>> eventFields = new LinkedHashMap<>();
  private boolean truncated;
  private long ticksPerSecond = 1_000_000_000L;
  private int emptyPools;
  private long emptyPoolType;

  /// Adds an event type; fields are `name:type`, where `#` before the type makes it a constant.
  Flight type(long id, String name, String... fields) {
    eventTypes.put(name, id);
    eventFields.put(name, List.of(fields));
    return this;
  }

  /// Marks the one stack as cut short by the JVM.
  Flight truncated() {
    truncated = true;
    return this;
  }

  /// Sets how fast the clock of the recorder ticks.
  Flight ticksPerSecond(long ticks) {
    ticksPerSecond = ticks;
    return this;
  }

  /// Adds constants of a type, none at a time.
  Flight emptyPools(int count, long type) {
    emptyPools = count;
    emptyPoolType = type;
    return this;
  }

  /// Adds an event whose fields are numbers and strings.
  Flight event(String name, Object... values) {
    Body body = new Body();
    body.number(eventTypes.getOrDefault(name, 0L));
    for (Object value : values) {
      if (value instanceof String text) {
        body.text(text);
      } else if (value instanceof Float fraction) {
        body.raw(ByteBuffer.allocate(Float.BYTES).putFloat(fraction).array());
      } else if (value instanceof Number number) {
        body.number(number.longValue());
      }
    }
    events.writeBytes(sized(body));
    return this;
  }

  byte[] bytes() {
    byte[] metadata = sized(metadata());
    byte[] constants = sized(constants());
    int size = Chunk.HEADER_BYTES + events.size() + metadata.length + constants.length;
    ByteBuffer chunk = ByteBuffer.allocate(size);
    chunk.put(new byte[] {'F', 'L', 'R', 0}).putShort((short) 2).putShort((short) 1);
    chunk.putLong(size);
    chunk.putLong(Chunk.HEADER_BYTES + events.size() + metadata.length);
    chunk.putLong(Chunk.HEADER_BYTES + events.size());
    chunk.putLong(1_000_000_000L).putLong(2_000_000_000L).putLong(0).putLong(ticksPerSecond);
    chunk.putInt(1);
    return chunk.put(events.toByteArray()).put(metadata).put(constants).array();
  }

  private Body constants() {
    Body body = new Body();
    body.number(1).number(0).number(0).number(0).raw(1).number(5L + emptyPools);
    body.number(30).number(1).number(1).number(truncated ? 1 : 0).number(2);
    body.number(1).number(30).number(2).number(7);
    body.number(31).number(2).number(1).number(1).number(3).number(2).number(2).number(4);
    body.number(32).number(2).number(1).number(1).number(2).number(2);
    body.number(35).number(1).number(9).text("C2 CompilerThread0");
    body.number(33).number(4);
    List<String> symbols = List.of("shop/Orders$Line", "shop/Orders", "sort", "run");
    for (int key = 1; key <= symbols.size(); key++) {
      body.number(key).text(symbols.get(key - 1));
    }
    for (int pool = 0; pool < emptyPools; pool++) {
      body.number(emptyPoolType).number(0);
    }
    return body;
  }

  private Body metadata() {
    List<String> strings = new ArrayList<>();
    Body tree = new Body();
    node(tree, strings, "root", Map.of(), 1);
    Map<String, Long> values = Map.of("long", 5L, "int", 6L, "boolean", 7L, "float", 9L);
    int types = values.size() + 7 + eventTypes.size();
    node(tree, strings, "metadata", Map.of(), types);
    values.forEach((name, id) -> type(tree, strings, id, name, List.of()));
    type(tree, strings, 8, "java.lang.String", List.of());
    type(tree, strings, 30, "jdk.types.StackTrace", List.of("truncated:7", "frames:34[]"));
    type(tree, strings, 31, "jdk.types.Method", List.of("type:#32", "name:#33"));
    type(tree, strings, 32, "java.lang.Class", List.of("name:#33"));
    type(tree, strings, 33, "jdk.types.Symbol", List.of("string:8"));
    type(tree, strings, 34, "jdk.types.StackFrame", List.of("method:#31", "lineNumber:6"));
    type(tree, strings, 35, "java.lang.Thread", List.of("osName:8"));
    eventTypes.forEach(
        (name, id) -> type(tree, strings, id, name, eventFields.getOrDefault(name, List.of())));
    Body body = new Body();
    body.number(0).number(0).number(0).number(1).number(strings.size());
    strings.forEach(body::text);
    return body.raw(tree.out.toByteArray());
  }

  private static void type(
      Body tree, List<String> strings, long id, String name, List<String> fields) {
    node(tree, strings, "class", Map.of("name", name, "id", Long.toString(id)), fields.size());
    for (String field : fields) {
      int colon = field.indexOf(':');
      String type = field.substring(colon + 1);
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("name", field.substring(0, colon));
      attributes.put("class", type.replaceAll("[^0-9]", ""));
      if (type.startsWith("#")) {
        attributes.put("constantPool", "true");
      }
      if (type.endsWith("[]")) {
        attributes.put("dimension", "1");
      }
      node(tree, strings, "field", attributes, 0);
    }
  }

  private static void node(
      Body tree, List<String> strings, String name, Map<String, String> attributes, int children) {
    tree.number(place(strings, name)).number(attributes.size());
    attributes.forEach(
        (key, value) -> tree.number(place(strings, key)).number(place(strings, value)));
    tree.number(children);
  }

  private static int place(List<String> strings, String text) {
    if (!strings.contains(text)) {
      strings.add(text);
    }
    return strings.indexOf(text);
  }

  /// The body after its size, which counts itself.
  private static byte[] sized(Body body) {
    int length = body.out.size() + 4;
    byte[] size = new byte[4];
    for (int part = 0; part < 4; part++) {
      size[part] = (byte) (((length >>> (7 * part)) & 0x7f) | (part < 3 ? 0x80 : 0));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(size);
    all.writeBytes(body.out.toByteArray());
    return all.toByteArray();
  }

  /// Bytes being written.
  private static final class Body {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Body number(long value) {
      long rest = value;
      while (rest >>> 7 != 0) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    Body text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.write(3);
      return number(bytes.length).raw(bytes);
    }

    Body raw(int... bytes) {
      for (int value : bytes) {
        out.write(value);
      }
      return this;
    }

    Body raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }
  }
}
