package hone.analysis;

import hone.profile.Profile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Numbers the rows of a table in the order in which their frames come.
///
/// Where a row is as large as a function, names are looked up once for each function of the program's
/// code, not for each of its frames.
final class RowNumbers {

  private final Profile profile;
  private final Granularity granularity;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final int[] numberOfFunction;

  RowNumbers(Profile profile, Granularity granularity) {
    this.profile = profile;
    this.granularity = granularity;
    numberOfFunction = new int[profile.code().functions().size()];
    Arrays.fill(numberOfFunction, Profile.NONE);
  }

  /// The row of a frame; of a new one the next number.
  int row(int frame) {
    return switch (granularity) {
      case FUNCTIONS, FILEFUNCTIONS -> function(frame);
      case LINES -> number(profile.frames().get(frame));
      case FILES, ADDRESSES -> number(Rows.place(profile, frame, granularity));
    };
  }

  private int function(int frame) {
    int function = profile.frameFunction(frame);
    int known = function == Profile.NONE ? Profile.NONE : numberOfFunction[function];
    if (known == Profile.NONE) {
      known = number(name(frame));
      if (function != Profile.NONE && profile.code().functions().get(function).isNamed()) {
        numberOfFunction[function] = known;
      }
    }
    return known;
  }

  /// What tells functions apart: where the name alone does, no place is made for each.
  private Object name(int frame) {
    return granularity == Granularity.FUNCTIONS
        ? profile.frames().get(frame).function()
        : Rows.place(profile, frame, granularity);
  }

  private int number(Object key) {
    Integer known = numbers.putIfAbsent(key, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }
}
