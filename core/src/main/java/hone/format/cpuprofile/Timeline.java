package hone.format.cpuprofile;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import java.io.IOException;
import java.util.Arrays;

/// Which node was met when: the samples and their times, as the file has them.
final class Timeline {

  /// A sampler that is late by this many intervals did not look meanwhile.
  private static final long INTERVALS_OF_A_GAP = 10;

  private final String input;
  private final Limits limits;
  private long[] samples = new long[1024];
  private int sampleCount;
  private long[] deltas = new long[1024];
  private int deltaCount;
  private long[] timestamps = new long[16];
  private int timestampCount;
  private double start;
  private double end;

  Timeline(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "samples" ->
          document.numbers(node -> {
            samples = room(samples, sampleCount);
            samples[sampleCount++] = node;
          });
      case "timeDeltas" ->
          document.numbers(delta -> {
            deltas = room(deltas, deltaCount);
            deltas[deltaCount++] = delta;
          });
      case "timestamps" ->
          document.array(() -> {
            timestamps = room(timestamps, timestampCount);
            timestamps[timestampCount++] = (long) document.decimal();
          });
      case "startTime" -> start = time(document);
      case "endTime" -> end = time(document);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// A time, which converters from DTrace write as text.
  private static double time(JsonDocument document) throws IOException {
    if (!document.isText()) {
      return document.decimal();
    }
    String text = document.text();
    if (!text.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      throw document.broken("'" + text + "' is no time");
    }
    return Double.parseDouble(text);
  }

  private long[] room(long[] column, int used) throws FormatException {
    limits.checkCount(input, "samples", used + 1L);
    return used < column.length ? column : Arrays.copyOf(column, used * 2);
  }

  int sampleCount() {
    return sampleCount;
  }

  long node(int sample) {
    return samples[sample];
  }

  /// Whether each sample has a time.
  boolean timed() {
    return sampleCount > 0 && (deltaCount == sampleCount || timestampCount == sampleCount);
  }

  /// Whether times are there but not one for each sample.
  boolean uneven() {
    return sampleCount > 0 && !timed() && deltaCount + timestampCount > 0;
  }

  /// Time from start to end, as the file gives them.
  ///
  /// @param unitNanos how long their unit is: seconds in the old form, microseconds in the new
  double durationNanos(double unitNanos) {
    return Math.max(0, (end - start) * unitNanos);
  }

  /// How long each sample lasted, in nanoseconds: until the next one, the last until the end.
  ///
  /// V8 may write a time before the one before it; such a sample lasted no time.
  long[] lastedNanos() throws FormatException {
    long[] times = times();
    long[] lasted = new long[sampleCount];
    long latest = times[0];
    try {
      for (int sample = 0; sample < sampleCount; sample++) {
        long until = sample + 1 < sampleCount ? times[sample + 1] : lastTime(times[sample]);
        long now = Math.max(latest, until);
        lasted[sample] = Math.multiplyExact(Math.subtractExact(now, latest), 1000L);
        latest = now;
      }
      return lasted;
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "times are too far apart");
    }
  }

  /// When each sample began, in nanoseconds since the recording did.
  long[] beganNanos() throws FormatException {
    long[] times = times();
    long origin = deltaCount == sampleCount ? Math.min((long) start, times[0]) : times[0];
    long[] began = new long[sampleCount];
    long latest = times[0];
    try {
      for (int sample = 0; sample < sampleCount; sample++) {
        latest = Math.max(latest, times[sample]);
        began[sample] = Math.multiplyExact(Math.subtractExact(latest, origin), 1000L);
      }
      return began;
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "times are too far apart");
    }
  }

  /// How much of the time has no samples though some were due: what samples lasted beyond one
  /// interval, the median, of those that lasted more than ten.
  ///
  /// V8 looks at a thread that rests, too, and tells nothing else of an interval it missed.
  ///
  /// @param lasted of each sample
  static long unseenNanos(long[] lasted) {
    if (lasted.length == 0) {
      return 0;
    }
    long[] sorted = lasted.clone();
    Arrays.sort(sorted);
    long interval = sorted[(sorted.length - 1) / 2];
    long unseen = 0;
    for (long each : lasted) {
      unseen += each / INTERVALS_OF_A_GAP > interval ? each - interval : 0;
    }
    return unseen;
  }

  private long lastTime(long sampled) {
    return deltaCount == sampleCount ? (long) end : sampled;
  }

  private long[] times() throws FormatException {
    if (deltaCount != sampleCount) {
      return Arrays.copyOf(timestamps, sampleCount);
    }
    long[] times = new long[sampleCount];
    long time = (long) start;
    try {
      for (int sample = 0; sample < sampleCount; sample++) {
        time = Math.addExact(time, deltas[sample]);
        times[sample] = time;
      }
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "times are too far apart");
    }
    return times;
  }
}
