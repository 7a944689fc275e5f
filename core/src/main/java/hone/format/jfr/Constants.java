package hone.format.jfr;

import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The constants of one chunk that stacks are made of: stacks, methods, classes and symbols.
final class Constants {

  /// A stack as it is written.
  ///
  /// @param frames method and line of each frame in turn, leaf first
  record StackTrace(boolean truncated, List<Long> frames) {}

  private record Method(long type, long name) {}

  private final Map<Long, StackTrace> stacks = new HashMap<>();
  private final Map<Long, Method> methods = new HashMap<>();
  private final Map<Long, Long> classNames = new HashMap<>();
  private final Map<Long, String> symbols = new HashMap<>();

  static Constants of(Chunk chunk, Types types) throws FormatException {
    Constants constants = new Constants();
    Cursor cursor = chunk.cursor(chunk.constantsAt());
    Values values = new Values(types, chunk.cursor(Chunk.HEADER_BYTES));
    Set<Long> seen = new HashSet<>();
    long at = cursor.at();
    while (seen.add(at)) {
      values.cursor().moveTo(at);
      at += constants.pool(types, values);
    }
    return constants;
  }

  Optional<StackTrace> stack(long id) {
    return Optional.ofNullable(stacks.get(id));
  }

  /// The class of a method, its name with dots, or "" where there is none.
  String className(long method) {
    Method found = methods.getOrDefault(method, new Method(0, 0));
    long name = classNames.getOrDefault(found.type, 0L);
    return symbols.getOrDefault(name, "").replace('/', '.');
  }

  /// The name of a method alone, or "" where there is none.
  String methodName(long method) {
    return symbols.getOrDefault(methods.getOrDefault(method, new Method(0, 0)).name, "");
  }

  /// Reads the pools of one checkpoint.
  ///
  /// @return how far away the next checkpoint is, 0 at the last
  private long pool(Types types, Values values) throws FormatException {
    Cursor cursor = values.cursor();
    cursor.number(Integer.BYTES);
    cursor.number(Long.BYTES);
    cursor.number(Long.BYTES);
    cursor.number(Long.BYTES);
    final long next = cursor.number(Long.BYTES);
    cursor.unsignedByte();
    int pools = cursor.count();
    for (int pool = 0; pool < pools; pool++) {
      Structure type = types.type(cursor.number(Long.BYTES), cursor);
      int count = cursor.count();
      for (int index = 0; index < count; index++) {
        constant(type, cursor.number(Long.BYTES), values);
      }
    }
    return next;
  }

  private void constant(Structure type, long key, Values values) throws FormatException {
    switch (type.name()) {
      case "jdk.types.StackTrace" -> {
        StackSink stack = new StackSink();
        values.read(type, stack);
        stacks.put(key, new StackTrace(stack.truncated, stack.frames));
      }
      case "jdk.types.Method" -> {
        NumberSink method = new NumberSink("type", "name");
        values.read(type, method);
        methods.put(key, new Method(method.first, method.second));
      }
      case "java.lang.Class" -> {
        NumberSink named = new NumberSink("name", "");
        values.read(type, named);
        classNames.put(key, named.first);
      }
      case "jdk.types.Symbol" -> {
        TextSink symbol = new TextSink();
        values.read(type, symbol);
        symbols.put(key, symbol.text);
      }
      case "java.lang.String" -> values.cursor().text();
      default -> values.skip(type);
    }
  }

  /// Keeps two numbers.
  private static final class NumberSink implements Values.Sink {

    private final String firstName;
    private final String secondName;
    private long first;
    private long second;

    NumberSink(String firstName, String secondName) {
      this.firstName = firstName;
      this.secondName = secondName;
    }

    @Override
    public void number(String field, long value) {
      if (field.equals(firstName)) {
        first = value;
      } else if (field.equals(secondName)) {
        second = value;
      }
    }

    @Override
    public void text(String field, String value) {}
  }

  /// Keeps a string.
  private static final class TextSink implements Values.Sink {

    private String text = "";

    @Override
    public void number(String field, long value) {}

    @Override
    public void text(String field, String value) {
      text = value;
    }
  }

  /// Keeps the frames of a stack.
  private static final class StackSink implements Values.Sink {

    private final List<Long> frames = new ArrayList<>();
    private final NumberSink frame = new NumberSink("method", "lineNumber");
    private boolean truncated;

    @Override
    public void number(String field, long value) {
      truncated |= field.equals("truncated") && value != 0;
    }

    @Override
    public void text(String field, String value) {}

    @Override
    public Optional<Values.Sink> entries(String field) {
      return field.equals("frames") ? Optional.of(new FrameSink()) : Optional.empty();
    }

    /// Adds each frame as it ends.
    private final class FrameSink implements Values.Sink {

      @Override
      public void number(String field, long value) {
        frame.number(field, value);
      }

      @Override
      public void text(String field, String value) {}

      @Override
      public void endEntry() {
        frames.add(frame.first);
        frames.add(frame.second);
      }
    }
  }
}
