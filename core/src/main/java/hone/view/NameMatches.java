package hone.view;

import hone.input.BoundedPattern;
import hone.profile.Code;
import hone.profile.Frame;
import hone.profile.Function;
import hone.profile.LocationTable;
import hone.profile.Mapping;
import hone.profile.Profile;
import java.util.BitSet;

/// Which frames of a profile an expression finds: by function and source file, or by mapped file.
///
/// Each function is asked once, however many frames are calls of it.
final class NameMatches {

  private final Profile profile;
  private final BoundedPattern pattern;
  private final BitSet functions = new BitSet();
  private final BitSet mappings = new BitSet();
  private final boolean unmapped;

  NameMatches(Profile profile, BoundedPattern pattern) {
    this.profile = profile;
    this.pattern = pattern;
    Code code = profile.code();
    for (int number = 0; number < code.functions().size(); number++) {
      Function function = code.functions().get(number);
      functions.set(number, pattern.finds(function.name()) || pattern.finds(function.file()));
    }
    for (int number = 0; number < code.mappings().size(); number++) {
      Mapping mapping = code.mappings().get(number);
      mappings.set(number, pattern.finds(mapping.file()));
    }
    // Where nobody says what was mapped, pprof takes one file without a name for the whole program.
    unmapped = code.mappings().isEmpty() && pattern.finds("");
  }

  /// Whether a frame is to be found by any of its names.
  boolean frame(int frame) {
    return mapping(frame) || call(frame);
  }

  /// Whether a frame is to be found by its function or its source file.
  boolean call(int frame) {
    int location = profile.frameLocation(frame);
    if (location == Profile.NONE) {
      Frame own = profile.frames().get(frame);
      return pattern.finds(own.function()) || pattern.finds(own.file());
    }
    LocationTable locations = profile.code().locations();
    return locations.callCount(location) > 0
        && functions.get(locations.function(location, profile.frameCall(frame)));
  }

  /// Whether a frame is to be found by the file its code was loaded from.
  boolean mapping(int frame) {
    int location = profile.frameLocation(frame);
    if (location == Profile.NONE) {
      return false;
    }
    int mapping = profile.code().locations().mapping(location);
    return mapping == Profile.NONE ? unmapped : mappings.get(mapping);
  }
}
