package hone.flame;

import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What was spent when: the time of a profile in parts of equal length, and of each part the bars
/// that had a value of their own in it.
final class TimeBuckets {

  private static final int MOST = 600;
  private static final long[] STEPS = {1, 2, 5, 10};

  private final long startNanos;
  private final long widthNanos;
  private final List<Map<Integer, Long>> buckets = new ArrayList<>();

  /// @param column of the profile
  /// @param place  the number of each stack's bar; the root's is 0
  TimeBuckets(Profile profile, int column, int[] place) {
    long[] times = times(profile);
    long earliest = Arrays.stream(times).min().orElse(0);
    long latest = Arrays.stream(times).max().orElse(0);
    widthNanos = width(latest - earliest);
    startNanos = Math.floorDiv(earliest, widthNanos) * widthNanos;
    long count = (latest - startNanos) / widthNanos + 1;
    for (long bucket = 0; bucket < count; bucket++) {
      buckets.add(new TreeMap<>());
    }
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      OptionalLong time = profile.sampleTime(sample);
      long value = profile.value(column, sample);
      if (time.isPresent() && value > 0) {
        int stack = profile.sampleStack(sample);
        int bar = stack == Profile.NONE ? 0 : place[stack];
        long bucket = (time.getAsLong() - startNanos) / widthNanos;
        buckets.get((int) bucket).merge(bar, value, Math::addExact);
      }
    }
  }

  private static long[] times(Profile profile) {
    long[] times = new long[profile.timeCount()];
    int count = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      OptionalLong time = profile.sampleTime(sample);
      if (time.isPresent()) {
        times[count++] = time.getAsLong();
      }
    }
    return times;
  }

  /// The smallest round length of which the time has at most [#MOST].
  private static long width(long nanos) {
    for (long decade = 1; decade < Long.MAX_VALUE / 100; decade *= 10) {
      for (long step : STEPS) {
        if (nanos / (step * decade) < MOST) {
          return step * decade;
        }
      }
    }
    return Long.MAX_VALUE / MOST;
  }

  /// When the first part begins, since the recording began.
  long startNanos() {
    return startNanos;
  }

  /// How long each part is.
  long widthNanos() {
    return widthNanos;
  }

  int count() {
    return buckets.size();
  }

  /// How many values all parts have together.
  int entryCount() {
    return buckets.stream().mapToInt(Map::size).sum();
  }

  /// The values of a part by the numbers of their bars, in order.
  Map<Integer, Long> bucket(int number) {
    return buckets.get(number);
  }
}
