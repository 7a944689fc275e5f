package hone.format.jfr;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All samples of a recording by the event they came from, and which of them count.
final class Recorded {

  private static final int SAMPLES = 0;
  private static final int CPU = 1;
  private static final int ALLOCATED = 2;
  private static final Pattern PERIOD = Pattern.compile("(?<number>\\d{1,15}) ?(?<unit>[a-zµ]*)");

  private final String input;
  private final Limits limits;
  private final Map<Kind, SampleColumn> samples = new EnumMap<>(Kind.class);
  private final ProfileBuilder builder =
      new ProfileBuilder(
          List.of(
              new ValueType("samples", Unit.COUNT),
              new ValueType("cpu", Unit.NANOSECONDS),
              new ValueType("alloc_space", Unit.BYTES)));
  private final Map<Kind, Long> periods = new EnumMap<>(Kind.class);
  private final List<String> warnings = new ArrayList<>();
  private long lost;
  private long beganNanos = Long.MAX_VALUE;
  private long endedNanos = Long.MIN_VALUE;
  private long truncated;
  private long cpuPeriodNanos;

  Recorded(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  int stack(Frame frame, int caller) throws FormatException {
    limits.checkCount(input, "stacks", builder.stackCount());
    return builder.stack(builder.frame(frame), caller);
  }

  void sample(Kind kind, int stack, long weight, boolean cut) throws FormatException {
    SampleColumn column = samples.computeIfAbsent(kind, _ -> new SampleColumn());
    limits.checkCount(input, "samples", column.count() + 1L);
    column.add(stack, weight, cut);
  }

  void lost(long count) {
    lost += Math.clamp(count, 0, Integer.MAX_VALUE);
  }

  void lasted(long startNanos, long durationNanos) {
    beganNanos = Math.min(beganNanos, startNanos);
    endedNanos = Math.max(endedNanos, startNanos + Math.max(0, durationNanos));
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /// Takes a setting of an event type; of interest is how often it samples.
  void setting(String event, String name, String value) {
    Matcher period = PERIOD.matcher(value);
    boolean asked = name.equals("period") || name.equals("interval");
    if (asked && period.matches()) {
      // async-profiler writes its interval as a plain number of nanoseconds.
      String unit = period.group("unit").isEmpty() ? "ns" : period.group("unit");
      long number = Long.parseLong(period.group("number"));
      BaseUnit base = BaseUnit.of(unit);
      if (number > 0
          && base.unit().equals(Unit.NANOSECONDS)
          && number < Long.MAX_VALUE / base.factor()) {
        Kind kind = Kind.of(event).orElse(Kind.EXECUTION);
        boolean own = Kind.of(event).isPresent();
        if (own || name.equals("interval")) {
          periods.put(kind, number * base.factor());
        }
      }
    }
  }

  Profile profile() throws FormatException {
    if (samples.isEmpty()) {
      warnings.add("the recording has no samples of execution or allocation");
    }
    execution();
    allocation();
    boolean timed = samples.keySet().stream().anyMatch(Recorded::isExecution);
    int leading = !timed && !samples.isEmpty() ? ALLOCATED : cpuPeriodNanos > 0 ? CPU : SAMPLES;
    boolean cpuTime = samples.containsKey(Kind.CPU_TIME);
    Recording recording =
        Recording.of("jfr")
            .lasting(endedNanos - beganNanos)
            .sampledEvery(cpuPeriodNanos)
            .missing(cpuTime ? lost : 0, truncated)
            .warning(warnings);
    return FinishedProfile.of(input, builder, recording, leading);
  }

  private static boolean isExecution(Kind kind) {
    return switch (kind) {
      case CPU_TIME, EXECUTION, NATIVE -> true;
      case ALLOCATION, IN_NEW_TLAB, OUTSIDE_TLAB -> false;
    };
  }

  private void execution() {
    if (samples.containsKey(Kind.CPU_TIME)) {
      SampleColumn column = column(Kind.CPU_TIME);
      if (samples.containsKey(Kind.EXECUTION)) {
        warnings.add(
            "%d samples of jdk.ExecutionSample are left out: jdk.CPUTimeSample measures the same"
                .formatted(column(Kind.EXECUTION).count()));
      }
      cpuPeriodNanos = column.count() == 0 ? 0 : Math.max(0, column.value(0));
      addExecution(column, 0);
    } else if (samples.containsKey(Kind.EXECUTION)) {
      period(Kind.EXECUTION);
    } else if (samples.containsKey(Kind.NATIVE)) {
      warnings.add("there are only samples of native methods");
      period(Kind.NATIVE);
    }
  }

  private void period(Kind kind) {
    cpuPeriodNanos = periods.getOrDefault(kind, 0L);
    if (cpuPeriodNanos == 0) {
      warnings.add("the recording does not say how often " + kind.event() + " sampled");
    }
    addExecution(column(kind), cpuPeriodNanos);
  }

  private void allocation() {
    boolean tlab = samples.containsKey(Kind.IN_NEW_TLAB) || samples.containsKey(Kind.OUTSIDE_TLAB);
    if (samples.containsKey(Kind.ALLOCATION)) {
      if (tlab) {
        warnings.add("events of TLABs are left out: jdk.ObjectAllocationSample measures the same");
      }
      addAllocation(column(Kind.ALLOCATION));
    } else {
      addAllocation(column(Kind.IN_NEW_TLAB));
      addAllocation(column(Kind.OUTSIDE_TLAB));
    }
  }

  /// Adds samples of time.
  ///
  /// @param periodNanos what each stands for; 0 where each has a value of its own
  private void addExecution(SampleColumn column, long periodNanos) {
    truncated += column.truncated();
    long[] amounts = new long[ALLOCATED + 1];
    amounts[SAMPLES] = 1;
    for (int sample = 0; sample < column.count(); sample++) {
      amounts[CPU] = periodNanos > 0 ? periodNanos : Math.max(0, column.value(sample));
      builder.sample(column.stack(sample), amounts);
    }
  }

  private void addAllocation(SampleColumn column) {
    long[] amounts = new long[ALLOCATED + 1];
    for (int sample = 0; sample < column.count(); sample++) {
      amounts[ALLOCATED] = Math.max(0, column.value(sample));
      builder.sample(column.stack(sample), amounts);
    }
  }

  private SampleColumn column(Kind kind) {
    return samples.getOrDefault(kind, new SampleColumn());
  }
}
