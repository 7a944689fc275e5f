package hone.format.pprof;

import hone.profile.Origin;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/// How the value types of a profile are written: as they were, where every value is a multiple of
/// that unit still, or in base units.
record Spelling(
    List<Origin.Written> types, Origin.Written periodType, long period, String defaultType) {

  static Spelling of(Profile profile) {
    Origin origin = profile.origin();
    boolean spelled = !origin.types().isEmpty();
    List<Origin.Written> types = new ArrayList<>();
    for (int type = 0; type < profile.types().size(); type++) {
      ValueType own = profile.types().get(type);
      boolean kept = spelled && isMultiple(profile, type, origin.types().get(type).factor());
      types.add(
          kept ? origin.types().get(type) : new Origin.Written(own.name(), own.unit().name(), 1));
    }
    if (spelled) {
      return new Spelling(types, origin.periodType(), origin.period(), origin.defaultType());
    }
    String leading = profile.types().get(profile.defaultType()).name();
    long period = profile.recording().periodNanos().orElse(0);
    Origin.Written periodType =
        period == 0
            ? new Origin.Written("", "", 1)
            : new Origin.Written(leading, Unit.NANOSECONDS.name(), 1);
    return new Spelling(types, periodType, period, leading);
  }

  private static boolean isMultiple(Profile profile, int type, long factor) {
    for (int sample = 0; factor > 1 && sample < profile.sampleCount(); sample++) {
      if (profile.value(type, sample) % factor != 0) {
        return false;
      }
    }
    return true;
  }
}
