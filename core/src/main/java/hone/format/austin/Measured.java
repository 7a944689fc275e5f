package hone.format.austin;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.Locale;

/// What was measured so far, in either form; what the numbers mean is said before the first sample.
final class Measured {

  private static final List<ValueType> WALL = List.of(new ValueType("wall", Unit.NANOSECONDS));
  private static final long MICROS = 1_000;
  private static final int LONGEST_SHOWN = 20;

  private final String input;
  private final Limits limits;
  private Mode mode = Mode.WALL;
  private ProfileBuilder builder = new ProfileBuilder(WALL);
  private long intervalMicros;
  private long durationMicros;
  private long failed;
  private long dropped;

  /// What a run of Austin measured: the numbers of a sample and the value types they become.
  enum Mode {
    WALL,
    CPU,
    MEMORY,
    /// Time, whether the thread was idle, growth of memory.
    FULL;

    List<ValueType> types() {
      ValueType growth = new ValueType("growth", Unit.BYTES);
      ValueType cpu = new ValueType("cpu", Unit.NANOSECONDS);
      return switch (this) {
        case WALL -> Measured.WALL;
        case CPU -> List.of(cpu);
        case MEMORY -> List.of(growth);
        case FULL -> List.of(growth, cpu, Measured.WALL.getFirst());
      };
    }
  }

  Measured(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  Mode mode() {
    return mode;
  }

  /// Takes a setting of the run, or leaves it where it says nothing about the numbers.
  void set(String key, String value) throws FormatException {
    switch (key) {
      case "interval" -> intervalMicros = whole(value);
      case "duration" -> durationMicros = whole(value);
      case "errors" -> failed = whole(value.substring(0, Math.max(0, value.indexOf('/'))));
      case "mode" -> measure(value.toLowerCase(Locale.ROOT));
      default -> {
        // Versions, and statistics of the sampler itself.
      }
    }
  }

  private void measure(String name) throws FormatException {
    if (builder.sampleCount() > 0) {
      throw new FormatException(input, "mode is said after the first sample");
    }
    mode =
        switch (name) {
          case "wall" -> Mode.WALL;
          case "cpu" -> Mode.CPU;
          case "memory" -> Mode.MEMORY;
          case "full" -> Mode.FULL;
          default ->
              throw new FormatException(
                  input,
                  "mode '"
                      + name.substring(0, Math.min(name.length(), LONGEST_SHOWN))
                      + "' is not read: wall, cpu, memory, full");
        };
    builder = new ProfileBuilder(mode.types());
  }

  /// The stack of a frame below others.
  int below(Frame frame, int caller) throws FormatException {
    int stack = builder.stack(builder.frame(frame), caller);
    limits.checkCount(input, "stacks", builder.stackCount());
    return stack;
  }

  /// Adds a sample of the mode's numbers.
  ///
  /// @param micros time, which is not used where memory alone is measured
  /// @param idle   whether that time was spent waiting
  /// @param bytes  growth of memory, which may be less than zero
  void sample(int stack, long micros, boolean idle, long bytes) throws FormatException {
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    long nanos = micros * MICROS;
    switch (mode) {
      case WALL, CPU -> builder.sample(stack, nanos);
      case MEMORY -> builder.sample(stack, bytes);
      case FULL -> builder.sample(stack, bytes, idle ? 0 : nanos, nanos);
    }
  }

  /// Counts a sample that could not be used.
  void drop() {
    dropped++;
  }

  Profile profile() throws FormatException {
    if (builder.sampleCount() == 0) {
      throw new FormatException(input, "no samples");
    }
    Recording recording =
        Recording.of("austin")
            .lasting(durationMicros * MICROS)
            .sampledEvery(intervalMicros * MICROS)
            .missing(dropped + failed, 0);
    return FinishedProfile.of(input, builder, recording, mode.types().size() - 1);
  }

  private static long whole(String value) {
    return value.matches("\\d{1,15}") ? Long.parseLong(value) : 0;
  }
}
