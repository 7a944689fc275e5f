package hone.profile;

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
  private final FrameList.Builder frames = new FrameList.Builder();
  private final StackTable stacks = new StackTable();
  private int[] sampleStack = new int[1024];
  private long[][] values;
  private int sampleCount;
  private final SampleNotes notes = new SampleNotes();
  private Code code = Code.NONE;
  private Origin origin = Origin.NONE;

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
    return frames.add(frame);
  }

  /// The number of a new frame that is one call of a location; to be called once for each.
  ///
  /// @param location place in [Code#locations] of what [#code] will be given
  /// @param call     0 for the innermost; of a location without calls too
  public int frame(int location, int call) {
    return frames.add(location, call);
  }

  /// Says what is known of the program's addresses.
  public void code(Code known) {
    code = known;
  }

  /// Says what the format tells beyond the samples.
  ///
  /// @param said its value types are none, or as many as the profile's
  public void origin(Origin said) {
    if (!said.types().isEmpty() && said.types().size() != types.size()) {
      throw new IllegalArgumentException(
          "%d spellings of %d value types".formatted(said.types().size(), types.size()));
    }
    origin = said;
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

  /// The number of a stack that is known to be a new one: the same as [#stack], without a look-up.
  ///
  /// @param frame  number of a frame, from [#frame]
  /// @param caller number of a stack, or [Profile#NONE]
  public int newStack(int frame, int caller) {
    return stacks.append(frame, caller);
  }

  /// A way down through the stacks of this builder, its leaves being numbers from [#frame].
  public StackCursor cursor() {
    return new StackCursor(stacks);
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

  /// Adds a label to the sample that was added last.
  public void label(Label label) {
    label(notes.number(label));
  }

  /// The number of a label, for those who have many samples with the same.
  public int labelNumber(Label label) {
    return notes.number(label);
  }

  /// Adds the label of that number to the sample that was added last.
  ///
  /// @param number from [#labelNumber]
  public void label(int number) {
    notes.label(checkedLast(), number);
  }

  /// Says when the sample that was added last was taken, in nanoseconds since the recording began.
  public void time(long nanos) {
    notes.time(checkedLast(), nanos);
  }

  private int checkedLast() {
    if (sampleCount == 0) {
      throw new IllegalStateException("no sample yet");
    }
    return sampleCount - 1;
  }

  /// The finished profile.
  ///
  /// @param defaultType place of the value type people look at first
  /// @throws ArithmeticException if the sum of the sizes of a column's values does not fit a `long`
  public Profile build(Recording recording, int defaultType) {
    if (defaultType < 0 || defaultType >= types.size()) {
      throw new IllegalArgumentException("no such value type: " + defaultType);
    }
    if (stacks.leafLimit() > frames.size()) {
      throw new IllegalArgumentException("no such frame: " + (stacks.leafLimit() - 1));
    }
    return new Profile(this, recording, defaultType);
  }

  List<ValueType> types() {
    return types;
  }

  FrameList frames() {
    return frames.build(code);
  }

  Code code() {
    return code;
  }

  Origin origin() {
    return origin;
  }

  SampleNotes notes() {
    return notes.finished(sampleCount);
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
