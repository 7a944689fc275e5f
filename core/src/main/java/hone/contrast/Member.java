package hone.contrast;

import hone.profile.Profile;
import hone.profile.ValueType;
import java.util.OptionalDouble;

/// One profile of a side.
///
/// @param name    how reports call it, such as its file's name
/// @param whole   as it was read; shares are of its total
/// @param left    what filters leave of it
/// @param type    place of a value type of both
/// @param work    how much was done while it was taken, such as requests served; more than 0
public record Member(String name, Profile whole, Profile left, int type, OptionalDouble work) {

  public Member {
    if (work.isPresent() && !(work.getAsDouble() > 0 && Double.isFinite(work.getAsDouble()))) {
      throw new IllegalArgumentException("work is not above 0: " + work.getAsDouble());
    }
  }

  /// A profile that nothing is left out of.
  public static Member of(String name, Profile profile, int type) {
    return new Member(name, profile, profile, type, OptionalDouble.empty());
  }

  public ValueType valueType() {
    return whole.types().get(type);
  }

  public long total() {
    return whole.total(type);
  }

  /// What values are divided by to be comparable.
  double divisor(Measure measure) {
    return switch (measure) {
      case VALUE -> 1;
      case SHARE -> total();
      case PER_WORK -> work.orElseThrow();
    };
  }
}
