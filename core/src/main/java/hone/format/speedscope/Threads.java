package hone.format.speedscope;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.BlindSpot;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.StackTable;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The profiles of one file, a thread each, merged.
final class Threads {

  private boolean withoutIdle;
  private boolean summed;
  private long shown;
  private final String input;
  private final Limits limits;
  private final StackTable stacks = new StackTable();
  private final List<ThreadProfile> threads = new ArrayList<>();

  Threads(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void read(JsonDocument document) throws IOException {
    ThreadProfile thread = new ThreadProfile(input, limits, stacks);
    document.object(field -> thread.read(document, field));
    thread.finish();
    threads.add(thread);
    limits.checkCount(input, "stacks", stacks.size());
  }

  /// The profile of all threads.
  ///
  /// @param timed whether samples get their times, where the file has times
  Profile profile(List<Frame> frames, boolean timed) throws FormatException {
    if (threads.isEmpty()) {
      throw new FormatException(input, "no profiles");
    }
    List<ValueType> types = types();
    ProfileBuilder builder = new ProfileBuilder(types);
    int[] built = stacks(frames, builder);
    int counts = types.indexOf(new ValueType("samples", Unit.COUNT));
    ValueType leading = leading();
    boolean placed = timed && !withoutIdle && !summed;
    double origin = threads.stream().mapToDouble(ThreadProfile::startNanos).min().orElse(0);
    for (ThreadProfile thread : threads) {
      int column = types.indexOf(thread.type());
      long[] values = new long[types.size()];
      for (int sample = 0; sample < thread.count(); sample++) {
        Arrays.fill(values, 0);
        if (counts >= 0 && thread.sampled() && thread.type().equals(leading)) {
          values[counts] = 1;
        }
        values[column] = thread.value(sample);
        int stack = thread.stack(sample);
        builder.sample(stack == Profile.NONE ? Profile.NONE : built[stack], values);
        if (placed && thread.isTime()) {
          builder.time(Math.max(0, Math.round(thread.beganNanos(sample) - origin)));
        }
      }
    }
    return FinishedProfile.of(input, builder, recording(), types.indexOf(leading));
  }

  /// Takes which profile the file wants shown first.
  void shows(JsonDocument document) throws IOException {
    shown = document.isNull() ? 0 : document.number();
  }

  /// What the profile measures that is shown first, or the first one. memray writes what it measured
  /// twice, in bytes and as a number: its samples are those of one of the two.
  private ValueType leading() {
    int place = shown >= 0 && shown < threads.size() ? (int) shown : 0;
    return threads.get(place).type();
  }

  /// Samples are counted where there are samples; where plain weights are given, these are counts.
  private List<ValueType> types() throws FormatException {
    List<ValueType> types = new ArrayList<>();
    ValueType leading = leading();
    boolean sampled =
        threads.stream().anyMatch(each -> each.sampled() && each.type().equals(leading));
    ValueType samples = new ValueType("samples", Unit.COUNT);
    if (sampled) {
      types.add(samples);
    }
    for (ThreadProfile thread : threads) {
      if (!types.contains(thread.type())) {
        types.add(thread.type());
        limits.checkTypes(input, types.size());
      }
    }
    return types;
  }

  private int[] stacks(List<Frame> frames, ProfileBuilder builder) throws FormatException {
    int[] numbers = frames.stream().mapToInt(builder::frame).toArray();
    boolean distinct = Arrays.stream(numbers).distinct().count() == numbers.length;
    int[] built = new int[stacks.size()];
    for (int node = 0; node < built.length; node++) {
      int frame = stacks.leaf(node);
      if (frame >= numbers.length) {
        throw new FormatException(
            input, "frame %d is not one of the %d shared".formatted(frame, numbers.length));
      }
      int caller = stacks.caller(node) == Profile.NONE ? Profile.NONE : built[stacks.caller(node)];
      built[node] =
          distinct
              ? builder.newStack(numbers[frame], caller)
              : builder.stack(numbers[frame], caller);
    }
    return built;
  }

  /// Which program wrote the file. What py-spy writes leaves out the time in which nothing ran, so
  /// its samples do not add up to the time that passed; hone's own samples are in no order of time.
  void exportedBy(String exporter) {
    withoutIdle = exporter.startsWith("py-spy");
    summed = exporter.equals("hone");
  }

  private Recording recording() {
    long longest = 0;
    Optional<Long> period = threads.getFirst().evenNanos();
    for (ThreadProfile thread : threads) {
      longest = Math.max(longest, thread.durationNanos());
      if (!thread.evenNanos().equals(period)) {
        period = Optional.empty();
      }
    }
    Recording sampled =
        Recording.of("speedscope").sampledEvery(period.orElse(0L)).warning(warnings());
    return withoutIdle
        ? sampled.blindTo(Set.of(BlindSpot.WITHOUT_IDLE))
        : sampled.lasting(longest).unseen((long) (longest * unseenShare()));
  }

  private List<String> warnings() {
    long rounded = threads.stream().mapToLong(ThreadProfile::rounded).sum();
    return rounded == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT, "weights below half a unit count as 0: %,d of them", rounded));
  }

  /// The part of the time of sampled threads that their samples do not cover.
  private double unseenShare() {
    double asked = 0;
    double unseen = 0;
    for (ThreadProfile thread : threads) {
      if (thread.sampled()) {
        asked += thread.durationNanos();
        unseen += Math.max(0, thread.durationNanos() - thread.coveredNanos());
      }
    }
    return asked > 0 ? unseen / asked : 0;
  }

  /// The value type a unit stands for.
  static ValueType type(BaseUnit unit) {
    if (unit.unit().equals(Unit.NANOSECONDS)) {
      return new ValueType("wall", Unit.NANOSECONDS);
    }
    if (unit.unit().equals(Unit.BYTES)) {
      return new ValueType("space", Unit.BYTES);
    }
    return unit.unit().equals(Unit.COUNT)
        ? new ValueType("weight", Unit.COUNT)
        : new ValueType(unit.unit().name(), unit.unit());
  }
}
