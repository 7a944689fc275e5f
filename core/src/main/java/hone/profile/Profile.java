package hone.profile;

import java.util.List;
import java.util.OptionalInt;

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
  private final List<Frame> frames;
  private final int[] stackFrame;
  private final int[] stackCaller;
  private final int[] sampleStack;
  private final long[][] values;
  private final long[] totals;

  Profile(ProfileBuilder built, Recording recording, int defaultType) {
    this.recording = recording;
    this.types = built.types();
    this.defaultType = defaultType;
    this.frames = built.frames();
    this.stackFrame = built.stackFrames();
    this.stackCaller = built.stackCallers();
    this.sampleStack = built.sampleStacks();
    this.values = built.values();
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

  /// The distinct frames; a frame's number is its place here.
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
}
