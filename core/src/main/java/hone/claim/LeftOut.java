package hone.claim;

import hone.profile.Profile;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// How much of a profile an extract does not show.
///
/// @param value   in the unit of the profile's own value type
/// @param samples that the profiler took, where it counts them, or else rows
record LeftOut(long value, long total, long samples, long allSamples) {

  /// Counts the samples whose stack is not shown.
  static LeftOut of(Profile profile, IntPredicate shown) {
    int type = profile.defaultType();
    OptionalInt counted = profile.type("samples");
    long value = 0;
    long samples = 0;
    long all = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long count = counted.isPresent() ? profile.value(counted.getAsInt(), sample) : 1;
      int stack = profile.sampleStack(sample);
      all += count;
      if (stack == Profile.NONE || !shown.test(stack)) {
        value += profile.value(type, sample);
        samples += count;
      }
    }
    return new LeftOut(value, profile.total(type), samples, all);
  }

  /// A phrase such as `12.3 %, 2,310 of 18,500 samples`.
  @Override
  public String toString() {
    double share = total == 0 ? 0 : 100.0 * value / total;
    return String.format(Locale.ROOT, "%.1f %%, %,d of %,d samples", share, samples, allSamples);
  }
}
