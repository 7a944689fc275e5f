package hone.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects the samples of one profile; equal frames and equal stacks are kept once.
///
/// Not safe for use by several threads. A builder is used once.
public final class ProfileBuilder {

  private final List<ValueType> types;
  private final Map<Frame, Integer> frameNumbers = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private final StackTable stacks = new StackTable();
  private int[] sampleStack = new int[1024];
  private long[][] values;
  private int sampleCount;

  public ProfileBuilder(List<ValueType> types) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("no value types");
    }
    this.types = List.copyOf(types);
    this.values = new long[types.size()][sampleStack.length];
  }

  /// The number of a frame.
  public int frame(Frame frame) {
    Integer known = frameNumbers.putIfAbsent(frame, frames.size());
    if (known != null) {
      return known;
    }
    frames.add(frame);
    return frames.size() - 1;
  }

  /// The number of the stack that has this leaf on top of that caller.
  ///
  /// @param frame  number of a frame, from [#frame]
  /// @param caller number of a stack, from this method, or [Profile#NONE]
  public int stack(int frame, int caller) {
    if (frame < 0 || frame >= frames.size()) {
      throw new IllegalArgumentException("no such frame: " + frame);
    }
    return stacks.node(frame, caller);
  }

  /// How many distinct stacks there are so far, callers included.
  public int stackCount() {
    return stacks.size();
  }

  /// How many samples there are so far.
  public int sampleCount() {
    return sampleCount;
  }

  /// Adds one sample.
  ///
  /// @param stack  from [#stack], or [Profile#NONE] for a sample without one
  /// @param amounts one per value type, in order
  public void sample(int stack, long... amounts) {
    if (stack < Profile.NONE || stack >= stacks.size()) {
      throw new IllegalArgumentException("no such stack: " + stack);
    }
    if (amounts.length != types.size()) {
      throw new IllegalArgumentException(
          "sample has %d values, profile has %d value types"
              .formatted(amounts.length, types.size()));
    }
    if (sampleCount == sampleStack.length) {
      growSamples();
    }
    sampleStack[sampleCount] = stack;
    for (int type = 0; type < amounts.length; type++) {
      values[type][sampleCount] = amounts[type];
    }
    sampleCount++;
  }

  /// The finished profile.
  ///
  /// @param defaultType place of the value type people look at first
  /// @throws ArithmeticException if the sum of the sizes of a column's values does not fit a `long`
  public Profile build(Recording recording, int defaultType) {
    if (defaultType < 0 || defaultType >= types.size()) {
      throw new IllegalArgumentException("no such value type: " + defaultType);
    }
    return new Profile(this, recording, defaultType);
  }

  List<ValueType> types() {
    return types;
  }

  List<Frame> frames() {
    return List.copyOf(frames);
  }

  int[] stackFrames() {
    return stacks.leaves();
  }

  int[] stackCallers() {
    return stacks.callers();
  }

  int[] sampleStacks() {
    return Arrays.copyOf(sampleStack, sampleCount);
  }

  long[][] values() {
    long[][] columns = new long[types.size()][];
    for (int type = 0; type < columns.length; type++) {
      columns[type] = Arrays.copyOf(values[type], sampleCount);
    }
    return columns;
  }

  private void growSamples() {
    sampleStack = Arrays.copyOf(sampleStack, sampleStack.length * 2);
    for (int type = 0; type < values.length; type++) {
      values[type] = Arrays.copyOf(values[type], sampleStack.length);
    }
  }
}
