package hone.format.pprof;

import hone.profile.Code;
import hone.profile.Frame;
import hone.profile.Function;
import hone.profile.Location;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The locations of what is written: those that are known, and one for each frame without.
final class Places {

  private final Code code;
  private final long[] idOf;

  private Places(Code code, long[] idOf) {
    this.code = code;
    this.idOf = idOf;
  }

  static Places of(Profile profile) {
    Code known = profile.code();
    List<Function> functions = new ArrayList<>(known.functions());
    List<Location> locations = new ArrayList<>(known.locations());
    Map<Frame, Integer> made = new HashMap<>();
    long nextFunction = 1 + known.functions().stream().mapToLong(Function::id).max().orElse(0);
    long nextLocation = 1 + known.locations().stream().mapToLong(Location::id).max().orElse(0);
    long[] idOf = new long[profile.frames().size()];
    for (int frame = 0; frame < idOf.length; frame++) {
      int location = profile.frameLocation(frame);
      if (location != Profile.NONE) {
        idOf[frame] = known.locations().id(location);
        continue;
      }
      Frame own = profile.frames().get(frame);
      Frame anywhere = new Frame(own.function(), own.file(), 0);
      Integer function = made.putIfAbsent(anywhere, functions.size());
      if (function == null) {
        function = functions.size();
        functions.add(new Function(nextFunction++, own.function(), own.function(), own.file(), 0));
      }
      idOf[frame] = nextLocation++;
      Location.Call call = new Location.Call(function, own.line(), 0);
      locations.add(new Location(idOf[frame], Profile.NONE, 0, false, List.of(call)));
    }
    return new Places(new Code(known.mappings(), functions, locations), idOf);
  }

  Code code() {
    return code;
  }

  /// The id of the location of a frame.
  long id(int frame) {
    return idOf[frame];
  }
}
