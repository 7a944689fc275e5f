package hone.format.cpuprofile;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts nodes and times together into a profile: for each node its own samples and time, split over
/// its lines.
final class Assembly {

  private static final int NOT_MET = -1;
  private static final double MICROSECOND = 1e3;
  private static final double SECOND = 1e9;

  private final String input;
  private final Limits limits;
  private final Nodes nodes;
  private final Timeline timeline;
  private final int[] frames;
  private final @Nullable Frame[] begins;
  private final long[] counts;
  private final long[] nanos;
  private final List<String> warnings = new ArrayList<>();
  private final ProfileBuilder builder =
      new ProfileBuilder(
          List.of(new ValueType("samples", Unit.COUNT), new ValueType("wall", Unit.NANOSECONDS)));

  Assembly(String input, Limits limits, Nodes nodes, Timeline timeline) {
    this.input = input;
    this.limits = limits;
    this.nodes = nodes;
    this.timeline = timeline;
    frames = new int[nodes.functions().count()];
    Arrays.fill(frames, NOT_MET);
    begins = new Frame[frames.length];
    counts = new long[nodes.count()];
    nanos = new long[nodes.count()];
  }

  Profile profile() throws FormatException {
    return profile(false);
  }

  /// With each sample by itself and its time, where there are times.
  Profile timedProfile() throws FormatException {
    return profile(true);
  }

  private Profile profile(boolean eachSample) throws FormatException {
    int[] order = nodes.callersFirst();
    double durationNanos = timeline.durationNanos(nodes.tree() ? SECOND : MICROSECOND);
    long[] lasted = timeline.timed() ? timeline.lastedNanos() : new long[0];
    if (timeline.sampleCount() > 0 && nodes.uniqueIds()) {
      fromSamples(durationNanos, lasted);
    } else {
      fromHits(durationNanos);
    }
    if (eachSample && timeline.timed() && nodes.uniqueIds()) {
      samplesInTime(ownStacks(order), lasted);
    } else {
      samples(order);
    }
    Recording recording =
        Recording.of("cpuprofile")
            .lasting((long) durationNanos)
            .unseen(Timeline.unseenNanos(lasted))
            .warning(warnings);
    return FinishedProfile.of(input, builder, recording, 1);
  }

  /// @param lasted how long each sample did; empty where that is not known
  private void fromSamples(double durationNanos, long[] lasted) throws FormatException {
    if (timeline.uneven()) {
      warnings.add("samples and times differ in number, so time is spread evenly over the samples");
    }
    boolean timed = lasted.length > 0;
    long each = (long) (durationNanos / timeline.sampleCount());
    for (int sample = 0; sample < timeline.sampleCount(); sample++) {
      int place = nodes.place(timeline.node(sample));
      counts[place]++;
      nanos[place] = sum(nanos[place], timed ? lasted[sample] : each);
    }
  }

  /// Without samples there are still the hits of each node; the time is spread evenly over them.
  private void fromHits(double durationNanos) throws FormatException {
    long hits = 0;
    for (int place = 0; place < counts.length; place++) {
      counts[place] = nodes.node(place).hits;
      hits += counts[place];
    }
    double each = hits == 0 ? 0 : durationNanos / hits;
    for (int place = 0; place < counts.length; place++) {
      nanos[place] = (long) (counts[place] * each);
    }
    warnings.add("no times of samples, so time is spread evenly over the hits of nodes");
  }

  private long sum(long one, long other) throws FormatException {
    try {
      return Math.addExact(one, other);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "times sum to more than 64 bits hold");
    }
  }

  private void samplesInTime(int[] stacks, long[] lasted) throws FormatException {
    long[] began = timeline.beganNanos();
    for (int sample = 0; sample < lasted.length; sample++) {
      builder.sample(stacks[nodes.place(timeline.node(sample))], 1, lasted[sample]);
      builder.time(began[sample]);
    }
  }

  private void samples(int[] order) throws FormatException {
    int[] stacks = stacks(order);
    for (int place : order) {
      if (counts[place] > 0 || nanos[place] > 0) {
        own(place, caller(stacks, place), stacks[place]);
      }
    }
  }

  /// The stacks of nodes, with one of its own for a root that was met itself.
  private int[] ownStacks(int[] order) throws FormatException {
    int[] stacks = stacks(order);
    int[] own = stacks.clone();
    for (int place : order) {
      if (stacks[place] == Profile.NONE && counts[place] > 0) {
        own[place] = ownStack(place, caller(stacks, place));
      }
    }
    return own;
  }

  private int caller(int[] stacks, int place) {
    int caller = nodes.caller(place);
    return caller < 0 ? Profile.NONE : stacks[caller];
  }

  private int ownStack(int place, int caller) {
    return builder.stack(frame(nodes.node(place)), caller);
  }

  /// The stack of each node; a root that only calls has none.
  private int[] stacks(int[] order) throws FormatException {
    int[] stacks = new int[order.length];
    int[] depths = new int[order.length];
    for (int place : order) {
      Node node = nodes.node(place);
      int above = nodes.caller(place);
      boolean root = above < 0;
      depths[place] = root ? 1 : depths[above] + 1;
      if (depths[place] > limits.depth()) {
        throw new FormatException(input, "more than " + limits.depth() + " frames on one stack");
      }
      boolean leftOut =
          root && nodes.functions().function(node.function).function().equals("(root)");
      stacks[place] = leftOut ? Profile.NONE : ownStack(place, caller(stacks, place));
    }
    return stacks;
  }

  /// The number of the frame of a node's function, where the function begins.
  private int frame(Node node) {
    if (frames[node.function] == NOT_MET) {
      frames[node.function] = builder.frame(begin(node));
    }
    return frames[node.function];
  }

  /// Where the function of a node begins, whose lines share its names.
  private Frame begin(Node node) {
    Frame known = begins[node.function];
    if (known == null) {
      known = nodes.functions().function(node.function).at(0);
      begins[node.function] = known;
    }
    return known;
  }

  /// Adds what a node has of its own: its parts by line add up to the whole exactly.
  ///
  /// @param stack that of the node, or [Profile#NONE] where the builder has none of it yet
  private void own(int place, int caller, int stack) {
    Node node = nodes.node(place);
    long count = counts[place];
    long time = nanos[place];
    List<Node.Ticks> ticks = node.metLines();
    if (ticks.isEmpty()) {
      builder.sample(stack == Profile.NONE ? ownStack(place, caller) : stack, count, time);
      return;
    }
    Frame begin = begin(node);
    double all = ticks.stream().mapToDouble(Node.Ticks::count).sum();
    double seen = 0;
    long countBefore = 0;
    long timeBefore = 0;
    for (Node.Ticks each : ticks) {
      seen += each.count();
      boolean last = seen >= all;
      long countUntil = last ? count : Math.min(count, Math.round(count * (seen / all)));
      long timeUntil = last ? time : Math.min(time, Math.round(time * (seen / all)));
      int line =
          builder.stack(
              builder.frame(new Frame(begin.function(), begin.file(), each.line())), caller);
      builder.sample(line, countUntil - countBefore, timeUntil - timeBefore);
      countBefore = countUntil;
      timeBefore = timeUntil;
    }
  }
}
