package hone.analysis;

import hone.profile.Profile;
import java.util.List;

/// A profile charged to the lines of the application.
///
/// @param total       without idle samples, in the unit of the value type
/// @param idle        value of samples whose leaf was waiting for work
/// @param sampleCount samples in `total`
/// @param anchors     by value, largest first; ties by file, line and function
/// @param buckets     where samples without any application frame went, largest first
public record Blame(
    long total, long idle, long sampleCount, List<Anchor> anchors, List<Bucket> buckets) {

  public Blame {
    anchors = List.copyOf(anchors);
    buckets = List.copyOf(buckets);
  }

  /// Cost that no application frame stands above.
  public record Bucket(FrameKind.Layer layer, String name, long value) {}

  /// Charges one value type of a profile.
  ///
  /// @param type column of the profile
  public static Blame of(
      Profile profile, int type, ApplicationFiles application, FrameTable table) {
    return new Charging(profile, type, application, table).result();
  }

  /// The part of the total that no application line was charged with.
  public long unattributed() {
    return buckets.stream().mapToLong(Bucket::value).sum();
  }
}
