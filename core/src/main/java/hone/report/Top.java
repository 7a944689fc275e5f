package hone.report;

import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.profile.Profile;
import java.util.List;

/// The answer to "what costs most": a profile, one of its value types, and its hotspots in order.
///
/// @param type     place of a value type of the profile
/// @param total    what shares divide by, in the unit of the value type
/// @param hotspots in the order they are to be shown, as many as are to be shown
public record Top(
    Profile profile,
    int type,
    Granularity granularity,
    EvidenceQuality evidence,
    long total,
    List<Hotspot> hotspots) {

  /// Shares divide by the total of the whole profile.
  public Top(
      Profile profile,
      int type,
      Granularity granularity,
      EvidenceQuality evidence,
      List<Hotspot> hotspots) {
    this(profile, type, granularity, evidence, profile.total(type), hotspots);
  }

  public Top {
    hotspots = List.copyOf(hotspots);
  }
}
