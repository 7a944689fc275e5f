package hone.format.jfr;

import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The constants of one chunk that stacks are made of: stacks, methods, classes and symbols, and of
/// threads their states and whether they compile.
///
/// Of stacks and symbols only the place is kept; most are never asked for.
final class Constants {

  /// Constants that overlap could be read for ever.
  private static final int MOST_ROUNDS = 16;

  private final Chunk chunk;
  private final Types types;
  private final Pool stacks = new Pool(2);
  private final Pool methods = new Pool(2);
  private final Pool classes = new Pool(1);
  private final Pool symbols = new Pool(1);
  private final Map<Long, String> threadStates = new HashMap<>();
  private final Set<Long> compilers = new HashSet<>();
  private final Map<Long, Layout> layouts = new HashMap<>();

  /// Some numbers for each key.
  private static final class Pool {

    private final LongTable keys = new LongTable();
    private final int width;
    private long[] values = new long[64];

    Pool(int width) {
      this.width = width;
    }

    void put(long key, long first, long second) {
      int at = keys.place(key) * width;
      if (at + width > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      values[at] = first;
      if (width > 1) {
        values[at + 1] = second;
      }
    }

    /// One of the numbers of a key, or what stands for none.
    long value(long key, int which, long none) {
      int place = keys.find(key);
      return place == LongTable.NONE ? none : values[place * width + which];
    }
  }

  private Constants(Chunk chunk, Types types) {
    this.chunk = chunk;
    this.types = types;
  }

  static Constants of(Chunk chunk, Types types) throws FormatException {
    Constants constants = new Constants(chunk, types);
    Cursor cursor = chunk.cursor(chunk.constantsAt());
    Set<Long> seen = new HashSet<>();
    long bytesLeft = (long) MOST_ROUNDS * chunk.size();
    long at = cursor.at();
    while (seen.add(at)) {
      cursor.moveTo(at);
      long away = constants.checkpoint(cursor);
      bytesLeft -= cursor.at() - at;
      if (bytesLeft < 0) {
        throw cursor.broken("constants overlap");
      }
      at += away;
    }
    return constants;
  }

  /// Where the frames of a stack are written, or -1 where there is no such stack.
  int framesAt(long stack) {
    return (int) stacks.value(stack, 0, LongTable.NONE);
  }

  /// Whether the recorder cut a stack short.
  boolean isTruncated(long stack) {
    return stacks.value(stack, 1, 0) != 0;
  }

  /// The class of a method, its name with dots, or "" where there is none.
  String className(long method) throws FormatException {
    return symbol(classes.value(methods.value(method, 0, 0), 0, 0)).replace('/', '.');
  }

  /// The name of a method alone, or "" where there is none.
  String methodName(long method) throws FormatException {
    return symbol(methods.value(method, 1, 0));
  }

  /// The name of a thread's state, or "" where there is none.
  String threadState(long key) {
    return threadStates.getOrDefault(key, "");
  }

  /// Whether a state of that name is among the constants.
  boolean hasThreadState(String name) {
    return threadStates.containsValue(name);
  }

  /// Whether a thread is one of the JVM's compilers, such as `C2 CompilerThread0`.
  boolean isCompiler(long thread) {
    return compilers.contains(thread);
  }

  private String symbol(long key) throws FormatException {
    long at = symbols.value(key, 0, LongTable.NONE);
    return at == LongTable.NONE ? "" : chunk.cursor(at).text();
  }

  /// Reads the pools of one checkpoint.
  ///
  /// @return how far away the next checkpoint is, 0 at the last
  private long checkpoint(Cursor cursor) throws FormatException {
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
      if (type.name().equals("java.lang.String")) {
        texts(cursor, count);
      } else {
        pool(type, cursor, count);
      }
    }
    return next;
  }

  private static void texts(Cursor cursor, int count) throws FormatException {
    for (int index = 0; index < count; index++) {
      cursor.skipNumber(Long.BYTES);
      cursor.skipText();
    }
  }

  private void pool(Structure type, Cursor cursor, int count) throws FormatException {
    Layout layout = layouts.get(type.id());
    if (layout == null) {
      layout = layout(type, cursor);
      layouts.put(type.id(), layout);
    }
    for (int index = 0; index < count; index++) {
      long key = cursor.number(Long.BYTES);
      layout.readThrough(cursor);
      switch (type.name()) {
        case "jdk.types.StackTrace" ->
            stacks.put(key, layout.kept(0) < 0 ? LongTable.NONE : layout.kept(0), layout.number(1));
        case "jdk.types.Method" -> methods.put(key, layout.number(0), layout.number(1));
        case "java.lang.Class" -> classes.put(key, layout.number(0), 0);
        case "jdk.types.Symbol" -> symbols.put(key, layout.kept(0), 0);
        case "jdk.types.ThreadState" -> threadState(key, layout.kept(0));
        case "java.lang.Thread" -> thread(key, layout.kept(0));
        default -> {}
      }
    }
  }

  private void threadState(long key, long at) throws FormatException {
    threadStates.put(key, at < 0 ? "" : chunk.cursor(at).text());
  }

  private void thread(long key, long at) throws FormatException {
    if (at >= 0 && chunk.cursor(at).text().contains(" CompilerThread")) {
      compilers.add(key);
    }
  }

  private Layout layout(Structure type, Cursor cursor) throws FormatException {
    return switch (type.name()) {
      case "jdk.types.StackTrace" -> Layout.of(types, type, cursor, "frames", "truncated");
      case "jdk.types.Method" -> Layout.of(types, type, cursor, "type", "name");
      case "java.lang.Class" -> Layout.of(types, type, cursor, "name");
      case "jdk.types.Symbol" -> Layout.of(types, type, cursor, "string");
      case "jdk.types.ThreadState" -> Layout.of(types, type, cursor, "name");
      case "java.lang.Thread" -> Layout.of(types, type, cursor, "osName");
      default -> Layout.of(types, type, cursor);
    };
  }
}
