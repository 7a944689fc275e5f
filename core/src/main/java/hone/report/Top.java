package hone.report;

import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.profile.Profile;
import java.util.List;

/// The answer to "what costs most": a profile, one of its value types, and its hotspots in order.
///
/// @param type     place of a value type of the profile
/// @param hotspots in the order they are to be shown, as many as are to be shown
public record Top(
    Profile profile,
    int type,
    Granularity granularity,
    EvidenceQuality evidence,
    List<Hotspot> hotspots) {

  public Top {
    hotspots = List.copyOf(hotspots);
  }
}
