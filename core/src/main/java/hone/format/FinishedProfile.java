package hone.format;

import hone.input.FormatException;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;

/// The last step of every reader.
public final class FinishedProfile {

  private FinishedProfile() {}

  /// The built profile, where its totals can be counted.
  ///
  /// @param input       name of the input, for the message
  /// @param defaultType place of the value type people look at first
  /// @throws FormatException if the values of one type sum to more than a `long` holds
  public static Profile of(
      String input, ProfileBuilder builder, Recording recording, int defaultType)
      throws FormatException {
    try {
      return builder.build(recording, defaultType);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "values sum to more than 64 bits hold");
    }
  }
}
