package hone.format.perf;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.StackTable;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The samples so far, by event; which value types there are is known only at the end.
final class Samples {

  private static final int MOST_EVENTS = 100;
  private static final long NO_TIME = -1;
  private static final ValueType COUNT = new ValueType("samples", Unit.COUNT);

  private final String input;
  private final Limits limits;
  private final List<String> events = new ArrayList<>();
  private final List<Boolean> weighed = new ArrayList<>();
  private int[] stackOf = new int[1024];
  private int[] eventOf = new int[1024];
  private long[] periodOf = new long[1024];
  private long[] timeOf = new long[1024];
  private int count;

  Samples(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  int count() {
    return count;
  }

  void add(int stack, SampleHead head) throws FormatException {
    limits.checkCount(input, "samples", count + 1L);
    if (count == stackOf.length) {
      stackOf = Arrays.copyOf(stackOf, count * 2);
      eventOf = Arrays.copyOf(eventOf, count * 2);
      periodOf = Arrays.copyOf(periodOf, count * 2);
      timeOf = Arrays.copyOf(timeOf, count * 2);
    }
    int event = event(head.event());
    if (head.period().isPresent()) {
      weighed.set(event, true);
    }
    stackOf[count] = stack;
    eventOf[count] = event;
    periodOf[count] = head.period().orElse(1);
    timeOf[count] = head.timeNanos().orElse(NO_TIME);
    count++;
  }

  /// The profile, its default type being what the first event measures.
  ///
  /// @param frames each once; leaves of the stacks are places in it
  /// @param origin from when times count, empty where samples get none
  Profile profile(StackTable stacks, List<Frame> frames, Recording recording, OptionalLong origin)
      throws FormatException {
    List<ValueType> types = types();
    ProfileBuilder builder = new ProfileBuilder(types);
    for (Frame frame : frames) {
      builder.frame(frame);
    }
    for (int node = 0; node < stacks.size(); node++) {
      builder.newStack(stacks.leaf(node), stacks.caller(node));
    }
    boolean counted = types.getFirst().equals(COUNT);
    long[] values = new long[types.size()];
    for (int sample = 0; sample < count; sample++) {
      Arrays.fill(values, 0);
      if (counted) {
        values[0] = 1;
        values[values.length - 1] = types.size() == 1 ? 1 : periodOf[sample];
      } else {
        values[eventOf[sample]] = periodOf[sample];
      }
      builder.sample(stackOf[sample], values);
      if (origin.isPresent() && timeOf[sample] != NO_TIME) {
        builder.time(timeOf[sample] - origin.getAsLong());
      }
    }
    return FinishedProfile.of(
        input, builder, recording.sampledEvery(evenNanos()), counted ? types.size() - 1 : 0);
  }

  /// Samples and periods of one event, or a column for each of several.
  private List<ValueType> types() {
    if (events.size() > 1) {
      return events.stream().map(Samples::type).toList();
    }
    return weighed.getFirst() && !events.getFirst().isEmpty()
        ? List.of(COUNT, type(events.getFirst()))
        : List.of(COUNT);
  }

  private static ValueType type(String event) {
    return new ValueType(
        event.isEmpty() ? "samples" : event, isClock(event) ? Unit.NANOSECONDS : Unit.COUNT);
  }

  /// The time between two samples, where the one event is a clock and its periods are all the same.
  private long evenNanos() {
    boolean even = events.size() == 1 && weighed.getFirst() && isClock(events.getFirst());
    for (int sample = 1; even && sample < count; sample++) {
      even = periodOf[sample] == periodOf[0];
    }
    return even ? periodOf[0] : 0;
  }

  private static boolean isClock(String event) {
    return event.startsWith("cpu-clock") || event.startsWith("task-clock");
  }

  private int event(String name) throws FormatException {
    int known = events.indexOf(name);
    if (known >= 0) {
      return known;
    }
    if (events.size() == MOST_EVENTS) {
      throw new FormatException(input, "more than " + MOST_EVENTS + " events");
    }
    events.add(name);
    weighed.add(false);
    return events.size() - 1;
  }
}
