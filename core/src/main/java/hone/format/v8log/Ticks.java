package hone.format.v8log;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Follows a log line by line and makes a sample of each tick.
final class Ticks {

  private static final String UNKNOWN = "(unknown)";
  private static final String COLLECTOR = "(garbage collector)";
  private static final String COLLECTING = "1";

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final CodeMap code;
  private final ProfileBuilder builder =
      new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
  private long intervalMicros;
  private long firstMicros = -1;
  private long lastMicros;
  private long dropped;

  Ticks(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
    code = new CodeMap(input, limits);
  }

  /// Takes a line; kinds of lines that tell nothing of code or ticks are not looked at.
  void line(String line, long number) throws FormatException {
    int comma = line.indexOf(',');
    String kind = comma < 0 ? line : line.substring(0, comma);
    try {
      switch (kind) {
        case "shared-library" -> library(LogLines.fields(line));
        case "code-creation" -> creation(LogLines.fields(line));
        case "code-move" -> move(LogLines.fields(line));
        case "code-delete" -> code.delete(address(LogLines.fields(line), 1));
        case "profiler" -> profiler(LogLines.fields(line));
        case "tick" -> tick(LogLines.fields(line));
        default -> {}
      }
    } catch (NumberFormatException | IndexOutOfBoundsException broken) {
      dropped += kind.equals("tick") ? 1 : 0;
      passedOver.accept(new Diagnostic(input, number, "line '" + kind + "' is cut or broken"));
    }
  }

  /// The profile so far.
  ProfileBuilder builder() {
    return builder;
  }

  Recording recording() {
    return Recording.of("v8log")
        .lasting((lastMicros - Math.max(0, firstMicros)) * 1000)
        .sampledEvery(intervalMicros * 1000)
        .missing(dropped, 0);
  }

  private void library(List<String> fields) throws FormatException {
    code.library(fields.get(1), address(fields, 2), address(fields, 3));
  }

  private void creation(List<String> fields) throws FormatException {
    long size = Long.parseLong(fields.get(5));
    code.create(fields.get(1), address(fields, 4), size, fields.size() > 6 ? fields.get(6) : "");
  }

  private void move(List<String> fields) {
    code.move(address(fields, 1), address(fields, 2));
  }

  private void profiler(List<String> fields) {
    if (fields.size() > 2 && fields.get(1).equals("begin")) {
      intervalMicros = bounded(Long.parseLong(fields.get(2)));
    }
  }

  private void tick(List<String> fields) throws FormatException {
    long micros = bounded(Long.parseLong(fields.get(2)));
    boolean callback = !fields.get(3).equals("0");
    long top = address(fields, 4);
    List<Frame> leafFirst = new ArrayList<>();
    if (fields.get(5).equals(COLLECTING)) {
      leafFirst.add(Frame.named(COLLECTOR));
    }
    long counter = callback ? top : address(fields, 1);
    add(leafFirst, counter);
    // Beside a native function that has no frame of its own, V8 notes what lies on top of the
    // stack.
    if (!callback && top != 0 && code.at(top).filter(CodeMap.Code::script).isPresent()) {
      add(leafFirst, top);
    }
    long before = counter;
    for (String frame : fields.subList(6, fields.size())) {
      if (frame.startsWith("+") || frame.startsWith("-")) {
        long step = hexadecimal(frame.substring(1));
        before += frame.startsWith("+") ? step : -step;
        add(leafFirst, before);
      } else if (!frame.startsWith("o")) {
        add(leafFirst, hexadecimal(frame));
      }
    }
    if (leafFirst.isEmpty()) {
      leafFirst.add(Frame.named(UNKNOWN));
    }
    sample(leafFirst);
    firstMicros = firstMicros < 0 ? micros : firstMicros;
    lastMicros = Math.max(lastMicros, micros);
  }

  private void add(List<Frame> leafFirst, long address) {
    code.at(address).ifPresent(found -> leafFirst.add(found.frame()));
  }

  private void sample(List<Frame> leafFirst) throws FormatException {
    if (leafFirst.size() > limits.depth()) {
      throw new FormatException(input, "more than " + limits.depth() + " frames on one stack");
    }
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    int stack = Profile.NONE;
    for (Frame frame : leafFirst.reversed()) {
      stack = builder.stack(builder.frame(frame), stack);
    }
    limits.checkCount(input, "stacks", builder.stackCount());
    builder.sample(stack, 1);
  }

  private static long address(List<String> fields, int place) {
    return hexadecimal(fields.get(place));
  }

  private static long hexadecimal(String text) {
    return Long.parseUnsignedLong(text.startsWith("0x") ? text.substring(2) : text, 16);
  }

  private static long bounded(long micros) {
    if (micros < 0 || micros > 1L << 52) {
      throw new NumberFormatException("no time: " + micros);
    }
    return micros;
  }
}
