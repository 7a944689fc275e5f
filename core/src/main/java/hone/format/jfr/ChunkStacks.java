package hone.format.jfr;

import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import java.util.Arrays;
import java.util.Optional;

/// The stacks of one chunk as those of the whole recording, each looked up when it is asked for.
final class ChunkStacks {

  private static final int METHOD = 0;
  private static final int LINE = 1;

  private final Chunk chunk;
  private final Constants constants;
  private final Limits limits;
  private final Recorded recorded;
  private final Optional<Layout> frame;
  private final LongTable known = new LongTable();
  private int[] nodes = new int[64];
  private final LongTable methods = new LongTable();
  private final LongTable frames = new LongTable();
  private int[] frameNumbers = new int[64];

  ChunkStacks(Chunk chunk, Types types, Constants constants, Limits limits, Recorded recorded)
      throws FormatException {
    this.chunk = chunk;
    this.constants = constants;
    this.limits = limits;
    this.recorded = recorded;
    Optional<Structure> stack = types.named("jdk.types.StackTrace");
    Cursor start = chunk.cursor(chunk.metadataAt());
    frame =
        stack.isPresent()
            ? Optional.of(
                Layout.ofEntries(types, stack.get(), "frames", start, "method", "lineNumber"))
            : Optional.empty();
  }

  /// Whether the recorder cut a stack short.
  boolean isTruncated(long stack) {
    return constants.isTruncated(stack);
  }

  /// The recording's number of a stack, or [Profile#NONE].
  int node(long stack) throws FormatException {
    int at = constants.framesAt(stack);
    if (at < 0 || frame.isEmpty()) {
      return Profile.NONE;
    }
    int place = known.find(stack);
    if (place == LongTable.NONE) {
      int built = build(at, frame.get());
      place = known.place(stack);
      nodes = place < nodes.length ? nodes : Arrays.copyOf(nodes, place * 2);
      nodes[place] = built;
    }
    return nodes[place];
  }

  private int build(int at, Layout layout) throws FormatException {
    Cursor cursor = chunk.cursor(at);
    int count = cursor.count();
    if (count > limits.depth()) {
      throw cursor.broken("more than " + limits.depth() + " frames on one stack");
    }
    int[] numbers = new int[count];
    for (int index = 0; index < count; index++) {
      layout.readThrough(cursor);
      numbers[index] = number(layout.number(METHOD), layout.number(LINE));
    }
    int built = Profile.NONE;
    for (int index = count - 1; index >= 0; index--) {
      built = recorded.stack(numbers[index], built);
    }
    return built;
  }

  private int number(long method, long line) throws FormatException {
    // A negative number is written as 32 bits without a sign.
    int shown = Math.max(0, (int) line);
    int count = frames.size();
    int place = frames.place((long) methods.place(method) << Integer.SIZE | shown);
    if (place == count) {
      frameNumbers =
          place < frameNumbers.length ? frameNumbers : Arrays.copyOf(frameNumbers, place * 2);
      frameNumbers[place] = recorded.frame(frame(method, shown));
    }
    return frameNumbers[place];
  }

  private Frame frame(long method, int line) throws FormatException {
    String owner = constants.className(method);
    String name = constants.methodName(method);
    String function = owner.isBlank() ? name : owner + "." + name;
    return function.isBlank() ? Frame.named("<unknown>") : new Frame(function, file(owner), line);
  }

  /// Where a class is most likely written: the file of its outermost class.
  private static String file(String owner) {
    int inner = owner.indexOf('$', 1);
    String outer = inner < 0 ? owner : owner.substring(0, inner);
    return outer.isBlank() ? "" : outer.replace('.', '/') + ".java";
  }
}
