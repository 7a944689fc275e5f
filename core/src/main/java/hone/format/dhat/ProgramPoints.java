package hone.format.dhat;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places that allocated, and the frames they refer to, which come after them.
final class ProgramPoints {

  private static final List<ValueType> TYPES =
      List.of(
          new ValueType("alloc_objects", Unit.COUNT),
          new ValueType("alloc_space", Unit.BYTES),
          new ValueType("end_objects", Unit.COUNT),
          new ValueType("end_space", Unit.BYTES),
          new ValueType("inuse_objects", Unit.COUNT),
          new ValueType("inuse_space", Unit.BYTES));
  private static final List<String> FIELDS = List.of("tbk", "tb", "ebk", "eb", "gbk", "gb");
  private static final int OF_THE_RUN = 2;

  /// `0x1085dd819: name (file:line:column)`, or without a place, or with the name of an object.
  private static final Pattern FRAME = Pattern.compile("0x[0-9A-Fa-f]{1,16}: (?<name>.{1,8000})");

  private static final Pattern PLACED =
      Pattern.compile(
          "(?<name>.{1,8000}) \\((?<file>[^()]{1,4000}?):(?<line>\\d{1,9})(?::\\d{1,9})?\\)");

  private final String input;
  private final Limits limits;
  private final List<Point> points = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private long callCount;
  private boolean followed;

  /// What one place allocated; frames are innermost first.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the class, and is never changed
  private record Point(int[] frames, long[] values) {}

  ProgramPoints(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void read(JsonDocument document) throws IOException {
    long[] values = new long[FIELDS.size()];
    List<Integer> stack = new ArrayList<>();
    document.object(field -> {
      int place = FIELDS.indexOf(field);
      if (place >= 0) {
        values[place] = amount(document);
        followed |= place >= OF_THE_RUN;
      } else if (field.equals("fs")) {
        document.array(() -> stack.add((int) Math.min(amount(document), Integer.MAX_VALUE)));
      }
      return place >= 0 || field.equals("fs");
    });
    callCount += stack.size();
    limits.checkCount(input, "calls", callCount);
    limits.checkCount(input, "samples", points.size() + 1L);
    if (stack.size() > limits.depth()) {
      throw document.broken("more than " + limits.depth() + " frames on one stack");
    }
    points.add(new Point(stack.stream().mapToInt(Integer::intValue).toArray(), values));
  }

  void readFrame(JsonDocument document) throws IOException {
    limits.checkCount(input, "frames", frames.size() + 1L);
    frames.add(frame(document.textOrEmpty()));
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /// What was measured: of the whole run alone where blocks were not followed.
  List<ValueType> types() {
    return followed ? TYPES : TYPES.subList(0, OF_THE_RUN);
  }

  ProfileBuilder built() throws FormatException {
    int count = types().size();
    ProfileBuilder builder = new ProfileBuilder(types());
    for (Point point : points) {
      int stack = Profile.NONE;
      for (int at = point.frames.length - 1; at >= 0; at--) {
        int frame = point.frames[at];
        if (frame >= frames.size()) {
          throw new FormatException(
              input, "frame %d is not one of the %d there are".formatted(frame, frames.size()));
        }
        stack = builder.stack(builder.frame(frames.get(frame)), stack);
      }
      limits.checkCount(input, "stacks", builder.stackCount());
      builder.sample(stack, Arrays.copyOf(point.values, count));
    }
    return builder;
  }

  private static long amount(JsonDocument document) throws FormatException {
    long amount = document.number();
    if (amount < 0) {
      throw document.broken("'" + amount + "' is below zero");
    }
    return amount;
  }

  private static Frame frame(String text) {
    Matcher addressed = FRAME.matcher(text);
    String name = addressed.matches() ? addressed.group("name") : text;
    Matcher placed = PLACED.matcher(name);
    if (placed.matches() && !placed.group("name").isBlank()) {
      return new Frame(
          placed.group("name"), placed.group("file"), Integer.parseInt(placed.group("line")));
    }
    return Frame.named(name.isBlank() ? "<unknown>" : name);
  }
}
