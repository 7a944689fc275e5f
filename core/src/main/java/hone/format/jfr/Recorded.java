package hone.format.jfr;

import hone.format.FinishedProfile;
import hone.format.jfr.JfrReader.Reading;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.BlindSpot;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// All samples of a recording by what they measure, and which of them count.
///
/// What counts is settled chunk by chunk: chunks of several recordings may follow each other in one
/// file, and not all of them need have the same samplers.
final class Recorded {

  private static final int MOST_TIMES = 500_000;

  private final String input;
  private final Limits limits;
  private final Reading reading;
  private final ProfileBuilder builder = new ProfileBuilder(Measure.types());
  private final Map<Measure, Tally> sums = new EnumMap<>(Measure.class);
  private final Map<Measure, Long> truncated = new EnumMap<>(Measure.class);
  private final Map<Kind, Long> leftOut = new EnumMap<>(Kind.class);
  private final Set<Kind> withoutPeriod = EnumSet.noneOf(Kind.class);
  private final Set<String> clocks = new TreeSet<>();
  private final Set<BlindSpot> blindSpots = EnumSet.noneOf(BlindSpot.class);
  private final List<String> warnings = new ArrayList<>();
  private final PassedOver passedOver = new PassedOver();
  private final CpuLoad load = new CpuLoad();
  private Settings settings = new Settings();
  private final long[] totals = new long[Measure.types().size()];
  private long lost;
  private long untimed;
  private long cpuNanos;
  private boolean cpuKnown = true;
  private long beganNanos = Long.MAX_VALUE;
  private long endedNanos = Long.MIN_VALUE;
  private long firstNanos = Long.MIN_VALUE;
  private long cpuPeriodNanos;

  Recorded(String input, Limits limits, Reading reading) {
    this.input = input;
    this.limits = limits;
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  /// Whether there were samples of processor time.
  boolean hasCpuTime() {
    return totals[Measure.CPU.countColumn()] > 0;
  }

  int frame(Frame frame) {
    return builder.frame(frame);
  }

  int stack(int frame, int caller) throws FormatException {
    limits.checkCount(input, "stacks", builder.stackCount());
    return builder.stack(frame, caller);
  }

  void lost(long count) {
    lost += count;
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  PassedOver passedOver() {
    return passedOver;
  }

  CpuLoad load() {
    return load;
  }

  /// Takes what one chunk has, and leaves out what measures the same as something else in it.
  void chunk(Chunk chunk, Map<Kind, Tally> tallies, Settings noted, ChunkStacks stacks)
      throws FormatException {
    lasted(chunk);
    settings = noted.isEmpty() ? settings : noted;
    boolean cpuTime = tallies.containsKey(Kind.CPU_TIME);
    boolean allocation = tallies.containsKey(Kind.ALLOCATION);
    for (Map.Entry<Kind, Tally> entry : tallies.entrySet()) {
      Kind kind = entry.getKey();
      boolean twice =
          switch (kind) {
            case EXECUTION -> cpuTime;
            case IN_NEW_TLAB, OUTSIDE_TLAB -> allocation;
            case CPU_TIME,
                NATIVE,
                WALL_CLOCK,
                ALLOCATION,
                MONITOR_ENTER,
                THREAD_PARK,
                MONITOR_WAIT,
                THREAD_SLEEP,
                SOCKET_READ,
                SOCKET_WRITE,
                SOCKET_CONNECT,
                FILE_READ,
                FILE_WRITE,
                FILE_FORCE ->
                false;
          };
      if (twice) {
        leftOut.merge(kind, entry.getValue().count(), Math::addExact);
      } else {
        boolean wall = kind == Kind.EXECUTION && settings.isWallClock();
        add(wall ? Kind.WALL_CLOCK : kind, entry.getValue(), chunk, stacks);
      }
    }
  }

  private void lasted(Chunk chunk) {
    long duration = Math.max(0, chunk.durationNanos());
    firstNanos = firstNanos == Long.MIN_VALUE ? chunk.startNanos() : firstNanos;
    beganNanos = Math.min(beganNanos, chunk.startNanos());
    endedNanos = Math.max(endedNanos, chunk.startNanos() + duration);
    cpuKnown &= load.isKnown();
    cpuNanos += load.over(duration);
  }

  private void add(Kind kind, Tally tally, Chunk chunk, ChunkStacks stacks) throws FormatException {
    long period = period(kind);
    Tally sum = sums.computeIfAbsent(kind.measure(), _ -> new Tally(false));
    for (int row = 0; row < tally.size(); row++) {
      int node = stacks.node(tally.stack(row));
      try {
        long measured = kind.isInTicks() ? chunk.nanos(tally.amount(row)) : tally.amount(row);
        long amount = period < 0 ? measured : Math.multiplyExact(period, tally.count(row));
        count(kind.measure(), tally.count(row), amount);
        if (stacks.isTruncated(tally.stack(row))) {
          truncated.merge(kind.measure(), tally.count(row), Math::addExact);
        }
        boolean timed = reading == Reading.TIMED;
        if (timed && builder.sampleCount() < MOST_TIMES) {
          sample(kind.measure(), node, tally.count(row), amount);
          time(chunk.nanosAt(tally.ticks(row)));
        } else {
          untimed += timed ? 1 : 0;
          sum.add(node, tally.count(row), amount, 0);
        }
      } catch (ArithmeticException overflow) {
        throw new FormatException(input, "values sum to more than 64 bits hold");
      }
    }
    if (kind == Kind.CPU_TIME && tally.size() > 0) {
      cpuPeriodNanos = chunk.nanos(tally.amount(0)) / Math.max(1, tally.count(0));
    }
  }

  private void count(Measure measure, long count, long amount) {
    totals[measure.countColumn()] = Math.addExact(totals[measure.countColumn()], count);
    totals[measure.amountColumn()] = Math.addExact(totals[measure.amountColumn()], amount);
  }

  /// What one sample of a kind stands for in nanoseconds, or -1 where each has an amount of its own.
  private long period(Kind kind) {
    return switch (kind) {
      case EXECUTION -> {
        boolean time = settings.samplesTime();
        if (!time) {
          clocks.add(settings.clock());
        } else if (settings.periodNanos(kind) == 0) {
          withoutPeriod.add(kind);
        }
        if (settings.clock().isEmpty()) {
          blindSpots.add(BlindSpot.JAVA_CODE_ONLY);
        }
        cpuPeriodNanos = time ? settings.periodNanos(kind) : 0;
        yield cpuPeriodNanos;
      }
      case NATIVE, WALL_CLOCK -> {
        if (settings.periodNanos(kind) == 0) {
          withoutPeriod.add(kind);
        }
        yield settings.periodNanos(kind);
      }
      case CPU_TIME,
          ALLOCATION,
          IN_NEW_TLAB,
          OUTSIDE_TLAB,
          MONITOR_ENTER,
          THREAD_PARK,
          MONITOR_WAIT,
          THREAD_SLEEP,
          SOCKET_READ,
          SOCKET_WRITE,
          SOCKET_CONNECT,
          FILE_READ,
          FILE_WRITE,
          FILE_FORCE ->
          -1;
    };
  }

  private void sample(Measure measure, int node, long count, long amount) {
    long[] amounts = new long[totals.length];
    amounts[measure.countColumn()] = count;
    amounts[measure.amountColumn()] = amount;
    builder.sample(node, amounts);
  }

  private void time(long nanos) {
    if (nanos >= firstNanos) {
      builder.time(nanos - firstNanos);
    }
  }

  Profile profile() throws FormatException {
    for (Map.Entry<Measure, Tally> entry : sums.entrySet()) {
      Tally sum = entry.getValue();
      for (int row = 0; row < sum.size(); row++) {
        sample(entry.getKey(), (int) sum.stack(row), sum.count(row), sum.amount(row));
      }
    }
    say();
    Measure leading = leading();
    boolean measured = totals[leading.amountColumn()] > 0;
    Recording recording =
        Recording.of("jfr")
            .lasting(endedNanos - beganNanos)
            .sampledEvery(cpuPeriodNanos)
            .missing(lost, truncated.getOrDefault(leading, 0L))
            .using(cpuKnown ? cpuNanos : 0)
            .blindTo(blindSpots)
            .warning(warnings);
    return FinishedProfile.of(
        input, builder, recording, measured ? leading.amountColumn() : leading.countColumn());
  }

  private void say() {
    long execution = leftOut.getOrDefault(Kind.EXECUTION, 0L);
    if (execution > 0) {
      blindSpots.add(BlindSpot.TWO_SAMPLERS);
      warnings.add(
          "%d samples of jdk.ExecutionSample are left out: jdk.CPUTimeSample measures the same"
              .formatted(execution));
    }
    if (leftOut.containsKey(Kind.IN_NEW_TLAB) || leftOut.containsKey(Kind.OUTSIDE_TLAB)) {
      warnings.add("events of TLABs are left out: jdk.ObjectAllocationSample measures the same");
    }
    for (Kind kind : withoutPeriod) {
      warnings.add("the recording does not say how often " + kind.event() + " sampled");
    }
    for (String clock : clocks) {
      warnings.add("samples were taken by '" + clock + "', not by time");
    }
    if (untimed > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "only the first %,d events keep their time, %,d have none",
              MOST_TIMES,
              untimed));
    }
    if (builder.sampleCount() == 0) {
      warnings.add("the recording has no samples of execution, allocation or waiting");
    }
    if (!passedOver.isEmpty()) {
      warnings.add(passedOver.text());
    }
  }

  /// The first measure of which there is something; time before all else.
  private Measure leading() {
    for (Measure measure : List.of(Measure.CPU, Measure.WALL, Measure.NATIVE)) {
      if (totals[measure.countColumn()] > 0) {
        return measure;
      }
    }
    for (Measure measure : Measure.values()) {
      if (totals[measure.amountColumn()] > 0) {
        return measure;
      }
    }
    return Measure.CPU;
  }
}
