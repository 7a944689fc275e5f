package hone.profile;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Samples of one program that all measure the same things.
///
/// Stacks are nodes of a table: each names its leaf frame and the node of its caller, and callers
/// stand before callees, so one pass from the last node to the first carries flat values into
/// cumulative ones. Equal stacks may occur in more than one sample. Any sum over some samples of one
/// value type fits a `long`.
public final class Profile {

  /// The caller of an outermost frame, and the stack of a sample that has none.
  public static final int NONE = -1;

  private final Recording recording;
  private final List<ValueType> types;
  private final int defaultType;
  private final FrameList frames;
  private final int[] stackFrame;
  private final int[] stackCaller;
  private final int[] sampleStack;
  private final long[][] values;
  private final long[] totals;
  private final Code code;
  private final Origin origin;
  private final SampleNotes notes;

  Profile(ProfileBuilder built, Recording recording, int defaultType) {
    this.recording = recording;
    this.types = built.types();
    this.defaultType = defaultType;
    this.frames = built.frames();
    this.stackFrame = built.stackFrames();
    this.stackCaller = built.stackCallers();
    this.sampleStack = built.sampleStacks();
    this.values = built.values();
    this.code = built.code();
    this.origin = built.origin();
    this.notes = built.notes();
    this.totals = new long[types.size()];
    for (int type = 0; type < totals.length; type++) {
      totals[type] = checkedTotal(values[type]);
    }
  }

  /// Sum of a column whose sum of sizes fits too, so that no part of it can overflow either.
  private static long checkedTotal(long[] column) {
    long total = 0;
    long size = 0;
    for (long value : column) {
      total += value;
      size = Math.addExact(size, Math.absExact(value));
    }
    return total;
  }

  public Recording recording() {
    return recording;
  }

  /// The value types, in the order of the columns.
  public List<ValueType> types() {
    return types;
  }

  /// The column people look at when they name none.
  public int defaultType() {
    return defaultType;
  }

  /// The column of that name.
  public OptionalInt type(String name) {
    for (int type = 0; type < types.size(); type++) {
      if (types.get(type).name().equals(name)) {
        return OptionalInt.of(type);
      }
    }
    return OptionalInt.empty();
  }

  /// The frames; a frame's number is its place here. Equal frames stand here once, but for those of
  /// different locations.
  public List<Frame> frames() {
    return frames;
  }

  public int stackCount() {
    return stackFrame.length;
  }

  /// Number of the leaf frame of a stack.
  public int stackFrame(int stack) {
    return stackFrame[stack];
  }

  /// The stack one frame up, always a smaller number; [#NONE] at the root.
  public int stackCaller(int stack) {
    return stackCaller[stack];
  }

  public int sampleCount() {
    return sampleStack.length;
  }

  /// The stack of a sample, or [#NONE].
  public int sampleStack(int sample) {
    return sampleStack[sample];
  }

  /// What a sample measured, in the unit of that type.
  public long value(int type, int sample) {
    return values[type][sample];
  }

  /// Sum over all samples, in the unit of that type.
  public long total(int type) {
    return totals[type];
  }

  /// What is known of the program's addresses; [Code#NONE] where the format has frames only.
  public Code code() {
    return code;
  }

  /// What the format said beyond what is here.
  public Origin origin() {
    return origin;
  }

  /// The place in [Code#locations] of the location that a frame is at, or [#NONE].
  public int frameLocation(int frame) {
    return frames.location(frame);
  }

  /// Which call of its location a frame is, 0 for the innermost.
  public int frameCall(int frame) {
    return frames.call(frame);
  }

  /// The place in [Code#functions] of the function of a frame, or [#NONE] where the code does not
  /// tell. Frames of one function have its file, and if it [is named][Function#isNamed] its name.
  public int frameFunction(int frame) {
    return frames.function(frame);
  }

  /// Which frames have a function of such a name; no name is asked about for each frame that has it.
  public BitSet framesOf(Predicate<String> function) {
    return frames.of(function);
  }

  /// Whether a frame is what its location is for, and not a call inlined there.
  public boolean isOutermostCall(int frame) {
    int location = frameLocation(frame);
    return location == NONE || frames.call(frame) >= code.locations().callCount(location) - 1;
  }

  /// The labels of a sample, in the order they came.
  public List<Label> labels(int sample) {
    return notes.labels(sample);
  }

  /// How many labels all samples have together.
  public int labelCount() {
    return notes.labelCount();
  }

  /// When a sample was taken, in nanoseconds since the recording began, where the format tells.
  public OptionalLong sampleTime(int sample) {
    return notes.time(sample);
  }

  /// How many samples have a time.
  public int timeCount() {
    return notes.timeCount();
  }
}
