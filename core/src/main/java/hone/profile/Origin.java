package hone.profile;

import java.util.List;

/// What a format says about a profile that no analysis needs, kept so that writing it again loses
/// nothing.
///
/// @param types         the value types as they were written, one for each of the profile's; none
///                      where the format had no spelling of its own
/// @param periodType    what is counted between two samples
/// @param period        how many of `periodType.unit` lie between two samples, or 0
/// @param defaultType   name of the value type to show first, or empty
/// @param timeNanos     when the recording began, since 1970, or 0
/// @param dropFrames    expression of functions to leave out with what they call, or empty
/// @param keepFrames    expression of functions to keep all the same, or empty
/// @param comments      free text
/// @param documentation address of a page about the profile, or empty
public record Origin(
    List<Written> types,
    Written periodType,
    long period,
    String defaultType,
    long timeNanos,
    String dropFrames,
    String keepFrames,
    List<String> comments,
    String documentation) {

  /// Nothing was said.
  public static final Origin NONE =
      new Origin(List.of(), new Written("", "", 1), 0, "", 0, "", "", List.of(), "");

  /// A value type in the spelling of its format.
  ///
  /// @param factor how many of the base unit one of `unit` is, at least 1
  public record Written(String name, String unit, long factor) {

    public Written {
      if (factor < 1) {
        throw new IllegalArgumentException("factor is below 1: " + factor);
      }
    }

    /// The same, whatever the factor.
    public boolean means(Written other) {
      return name.equals(other.name) && unit.equals(other.unit);
    }
  }

  public Origin {
    types = List.copyOf(types);
    comments = List.copyOf(comments);
  }
}
