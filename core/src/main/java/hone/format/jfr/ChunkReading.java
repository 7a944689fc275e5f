package hone.format.jfr;

import hone.format.jfr.Constants.StackTrace;
import hone.format.jfr.Types.Structure;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the events of one chunk.
final class ChunkReading {

  private static final String LOST = "jdk.CPUTimeSamplesLost";
  private static final String SETTING = "jdk.ActiveSetting";

  private final Chunk chunk;
  private final Limits limits;
  private final Recorded recorded;
  private final Types types;
  private final Constants constants;
  private final Map<Long, Integer> stacks = new HashMap<>();
  private final Event event = new Event();

  ChunkReading(Chunk chunk, Limits limits, Recorded recorded) throws FormatException {
    this.chunk = chunk;
    this.limits = limits;
    this.recorded = recorded;
    types = Types.of(chunk);
    constants = Constants.of(chunk, types);
  }

  void read() throws FormatException {
    recorded.lasted(chunk.startNanos(), chunk.durationNanos());
    Cursor cursor = chunk.cursor(Chunk.HEADER_BYTES);
    Values values = new Values(types, cursor);
    while (cursor.remaining() > 0) {
      int begin = cursor.at();
      long size = cursor.number(Integer.BYTES);
      long type = cursor.number(Long.BYTES);
      if (size <= cursor.at() - begin) {
        throw cursor.broken("event of " + size + " bytes");
      }
      Optional<Structure> known = types.known(type);
      if (known.isPresent()) {
        event(known.get(), values);
      }
      cursor.moveTo(begin + size);
    }
  }

  private void event(Structure type, Values values) throws FormatException {
    Optional<Kind> kind = Kind.of(type.name());
    if (kind.isPresent()) {
      event.clear(kind.get().weight());
      values.read(type, event);
      Optional<StackTrace> stack = constants.stack(event.stack);
      boolean truncated = stack.isPresent() && stack.get().truncated();
      recorded.sample(kind.get(), stack(event.stack, stack), event.weight, truncated);
    } else if (type.name().equals(LOST)) {
      event.clear("lostSamples");
      values.read(type, event);
      recorded.lost(event.weight);
    } else if (type.name().equals(SETTING)) {
      event.clear("id");
      values.read(type, event);
      Optional<Structure> of = types.known(event.weight);
      recorded.setting(of.map(Structure::name).orElse(""), event.name, event.value);
    }
  }

  private int stack(long id, Optional<StackTrace> stack) throws FormatException {
    if (stack.isEmpty()) {
      return Profile.NONE;
    }
    Integer known = stacks.get(id);
    if (known == null) {
      known = build(stack.get());
      stacks.put(id, known);
    }
    return known;
  }

  private int build(StackTrace stack) throws FormatException {
    if (stack.frames().size() / 2 > limits.depth()) {
      throw chunk
          .cursor(Chunk.HEADER_BYTES)
          .broken("more than " + limits.depth() + " frames on one stack");
    }
    int built = Profile.NONE;
    for (int at = stack.frames().size() - 2; at >= 0; at -= 2) {
      built = recorded.stack(frame(stack.frames().get(at), stack.frames().get(at + 1)), built);
    }
    return built;
  }

  private Frame frame(long method, long line) {
    String owner = constants.className(method);
    String name = constants.methodName(method);
    String function = owner.isBlank() ? name : owner + "." + name;
    if (function.isBlank()) {
      return Frame.named("<unknown>");
    }
    return new Frame(function, file(owner), Math.clamp(line, 0, Integer.MAX_VALUE));
  }

  /// Where a class is most likely written: the file of its outermost class.
  private static String file(String owner) {
    int inner = owner.indexOf('$', 1);
    String outer = inner < 0 ? owner : owner.substring(0, inner);
    return outer.isBlank() ? "" : outer.replace('.', '/') + ".java";
  }

  /// The fields of an event that matter.
  private static final class Event implements Values.Sink {

    private String weightField = "";
    private long stack;
    private long weight;
    private String name = "";
    private String value = "";

    void clear(String weightName) {
      weightField = weightName;
      stack = 0;
      weight = 0;
      name = "";
      value = "";
    }

    @Override
    public void number(String field, long number) {
      if (field.equals("stackTrace")) {
        stack = number;
      } else if (field.equals(weightField)) {
        weight = number;
      }
    }

    @Override
    public void text(String field, String text) {
      if (field.equals("name")) {
        name = text;
      } else if (field.equals("value")) {
        value = text;
      }
    }
  }
}
