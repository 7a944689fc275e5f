package hone.view;

import hone.analysis.Granularity;
import hone.profile.Merge;
import hone.profile.Profile;
import java.util.List;

/// What there is to look at: a profile as it was read, what filters leave of it, and what shares
/// divide by.
///
/// @param whole     before the filters
/// @param left      after them; where another profile was taken away, what is left of both
/// @param type      place of a value type of both
/// @param total     what shares divide by, in the unit of the value type: of all samples before the
///                  filters, or of the profile that was taken away
/// @param unmatched a phrase for each filter that found nothing
public record View(
    Profile whole,
    Profile left,
    int type,
    Granularity granularity,
    long total,
    List<String> unmatched) {

  public View {
    unmatched = List.copyOf(unmatched);
  }

  /// What is left under filters, as part of all samples.
  public static View of(Profile profile, int type, Granularity granularity, Filters filters) {
    Filtered filtered = Filtered.of(profile, filters);
    return new View(
        profile, filtered.profile(), type, granularity, size(profile, type), filtered.unmatched());
  }

  /// The same with a base taken away, as pprof does it: shares are of the base, where it has any
  /// value.
  ///
  /// @param difference `profile` less `base`
  public static View less(
      Profile profile, Profile base, Profile difference, View chosen, Filters filters) {
    Filtered filtered = Filtered.of(difference, filters);
    // pprof adds up before it asks how much there is, so that equal samples cancel out.
    long size = size(Merge.of(List.of(base)), chosen.type);
    return new View(
        profile,
        filtered.profile(),
        chosen.type,
        chosen.granularity,
        size == 0 ? size(difference, chosen.type) : size,
        filtered.unmatched());
  }

  private static long size(Profile profile, int type) {
    long size = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      size += Math.abs(profile.value(type, sample));
    }
    return size;
  }

  /// Whether nothing with a value is left.
  public boolean isEmpty() {
    for (int sample = 0; sample < left.sampleCount(); sample++) {
      if (left.value(type, sample) != 0 && left.sampleStack(sample) != Profile.NONE) {
        return false;
      }
    }
    return true;
  }
}
