package hone.format.firefox;

import hone.input.Diagnostic;
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
import java.util.function.Consumer;

/// Adds up the threads of all processes.
final class Assembly {

  private static final List<ValueType> TYPES =
      List.of(
          new ValueType("samples", Unit.COUNT),
          new ValueType("wall", Unit.NANOSECONDS),
          new ValueType("cpu", Unit.NANOSECONDS));
  private static final int WALL = 1;
  private static final int CPU = 2;
  private static final double MILLISECOND = 1e6;
  private static final double LARGEST = 1e17;
  private static final int UNBUILT = -2;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final ProfileBuilder builder = new ProfileBuilder(TYPES);
  private final boolean timed;
  private final List<ProcessProfile> processes = new ArrayList<>();
  private int threadCount;
  private boolean cpu;
  private boolean withoutSymbols;
  private double longestMillis;
  private double intervalMillis;
  private long dropped;

  /// A profile that is all but built.
  record Measured(ProfileBuilder builder, Recording recording, int leading) {}

  /// @param timed whether samples get their times
  Assembly(String input, Limits limits, Consumer<Diagnostic> passedOver, boolean timed) {
    this.timed = timed;
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
  }

  /// Takes a process; when it began counts only beside others.
  void add(ProcessProfile process) throws FormatException {
    if (timed) {
      processes.add(process);
    } else {
      add(process, 0);
    }
  }

  private void add(ProcessProfile process, double fromMillis) throws FormatException {
    withoutSymbols |= process.meta().withoutSymbols();
    intervalMillis = Math.max(intervalMillis, process.meta().intervalMillis());
    for (Tables thread : process.threads()) {
      threadCount++;
      add(thread, process, fromMillis);
    }
  }

  /// The earliest moment that a sample was taken.
  private double earliestMillis() {
    double earliest = Double.POSITIVE_INFINITY;
    for (ProcessProfile process : processes) {
      for (Tables thread : process.threads()) {
        if (thread.samples().size("stack") > 0) {
          double first = times(thread.samples(), 1)[0];
          earliest = Math.min(earliest, process.meta().startMillis() + first);
        }
      }
    }
    return earliest;
  }

  Measured measured() throws FormatException {
    double earliest = earliestMillis();
    for (ProcessProfile process : processes) {
      add(process, process.meta().startMillis() - earliest);
    }
    if (threadCount == 0) {
      throw new FormatException(input, "no threads");
    }
    List<String> warnings = new ArrayList<>();
    if (withoutSymbols) {
      warnings.add("the profile has no symbols: native functions are addresses");
    }
    Recording recording =
        Recording.of("firefox")
            .lasting(Math.round(longestMillis * MILLISECOND))
            .sampledEvery(Math.round(Math.min(intervalMillis * MILLISECOND, LARGEST)))
            .missing(dropped, 0)
            .warning(warnings);
    return new Measured(builder, recording, cpu ? CPU : WALL);
  }

  private void add(Tables thread, ProcessProfile process, double fromMillis)
      throws FormatException {
    Columns samples = thread.samples();
    int count = samples.size("stack");
    if (samples.size("weight") > 0 && !List.of("", "samples").contains(samples.weightType())) {
      dropped += count;
      passedOver.accept(
          new Diagnostic(input, 1, "thread whose weights are '" + samples.weightType() + "'"));
      return;
    }
    double[] times = times(samples, count);
    Stacks stacks = new Stacks(thread, process.shared());
    double cpuNanos = process.meta().cpuNanos();
    for (int sample = 0; sample < count; sample++) {
      double until = sample + 1 < count ? times[sample + 1] : times[sample];
      double used = samples.at("threadCPUDelta", sample) * cpuNanos;
      double weight = samples.at("weight", sample);
      cpu |= used > 0;
      limits.checkCount(input, "samples", builder.sampleCount() + 1L);
      builder.sample(
          stacks.at(samples.place("stack", sample)),
          Double.isNaN(weight) ? 1 : rounded(weight),
          rounded(Math.max(0, until - times[sample]) * MILLISECOND),
          Double.isNaN(used) ? 0 : rounded(Math.max(0, used)));
      if (timed) {
        builder.time(rounded((fromMillis + times[sample]) * MILLISECOND));
      }
    }
    if (count > 0) {
      longestMillis = Math.max(longestMillis, times[count - 1] - times[0]);
    }
  }

  /// When the samples were taken, never before the one before; some profiles have differences only.
  private static double[] times(Columns samples, int count) {
    double[] times = new double[count];
    boolean differences = samples.size("time") == 0;
    double latest = 0;
    for (int sample = 0; sample < count; sample++) {
      double time = samples.at(differences ? "timeDeltas" : "time", sample);
      double now = Double.isNaN(time) ? latest : differences ? latest + time : time;
      latest = sample == 0 ? now : Math.max(latest, now);
      times[sample] = latest;
    }
    return times;
  }

  private long rounded(double value) throws FormatException {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new FormatException(input, "value '" + value + "' is too large");
    }
    return Math.round(value);
  }

  /// The stacks of one thread as stacks of the profile, each made when a sample first asks for it.
  private final class Stacks {

    private final Tables thread;
    private final Tables shared;
    private final Columns table;
    private final int[] built;
    private final int[] frames;

    Stacks(Tables thread, Tables shared) {
      this.thread = thread;
      this.shared = shared;
      table = thread.table("stackTable", shared);
      built = new int[table.size("frame")];
      frames = new int[thread.table("frameTable", shared).rows()];
      Arrays.fill(built, UNBUILT);
      Arrays.fill(frames, UNBUILT);
    }

    int at(int leaf) throws FormatException {
      List<Integer> path = new ArrayList<>();
      int row = leaf;
      while (row >= 0 && checked(row) && built[row] == UNBUILT) {
        path.add(row);
        int caller = caller(row);
        if (path.size() > limits.depth() || caller >= row) {
          throw new FormatException(
              input,
              "stack " + leaf + " is deeper than " + limits.depth() + " or goes in a circle");
        }
        row = caller;
      }
      int stack = row < 0 ? Profile.NONE : built[row];
      for (int each : path.reversed()) {
        stack = below(each, stack);
        built[each] = stack;
      }
      limits.checkCount(input, "stacks", builder.stackCount());
      return stack;
    }

    /// Newer profiles tell how far above its row the caller stands, 0 for none.
    private int caller(int row) throws FormatException {
      int above = table.place("prefixOffset", row);
      if (above > row) {
        throw new FormatException(input, "stack " + row + " has a caller before the first");
      }
      return above > 0 ? row - above : table.place("prefix", row);
    }

    private int below(int row, int caller) throws FormatException {
      int frame = table.place("frame", row);
      if (frame < 0 || frame >= frames.length) {
        throw new FormatException(
            input, "frame %d is not one of the %d there are".formatted(frame, frames.length));
      }
      if (frames[frame] == UNBUILT) {
        Frame named = thread.frame(frame, shared);
        frames[frame] = named.function().equals("(root)") ? Profile.NONE : builder.frame(named);
      }
      boolean leftOut = frames[frame] == Profile.NONE;
      return leftOut ? caller : builder.stack(frames[frame], caller);
    }

    private boolean checked(int row) throws FormatException {
      if (row >= built.length) {
        throw new FormatException(
            input, "stack %d is not one of the %d there are".formatted(row, built.length));
      }
      return true;
    }
  }
}
