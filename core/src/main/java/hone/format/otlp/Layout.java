package hone.format.otlp;

import hone.input.FormatException;
import java.util.List;

/// Which field of a sample holds its values: the numbers moved while the package kept its name.
enum Layout {
  /// Field 2, attributes in 3, link in 4: protocol 1.8 and 1.9.
  VALUES_SECOND,
  /// Field 4, attributes in 2, link in 3: protocol 1.10 and later.
  VALUES_FOURTH;

  /// The layout that explains the samples of a message; the current one where both do.
  ///
  /// @throws FormatException if some samples make sense only in one layout and some in the other
  static Layout of(String input, List<ResourceProfile> profiles, Dictionary dictionary)
      throws FormatException {
    boolean second = false;
    boolean fourth = false;
    for (ResourceProfile profile : profiles) {
      Message fields = profile.fields();
      while (fields.next()) {
        if (fields.field() == ResourceProfile.SAMPLES) {
          Sample sample = Sample.of(fields.message());
          boolean fitsSecond = sample.fits(VALUES_SECOND, dictionary);
          boolean fitsFourth = sample.fits(VALUES_FOURTH, dictionary);
          second |= fitsSecond && !fitsFourth;
          fourth |= fitsFourth && !fitsSecond;
        }
      }
    }
    if (second && fourth) {
      throw new FormatException(
          input, "some samples are of protocol 1.9 or before, some of 1.10 or later");
    }
    return second ? VALUES_SECOND : VALUES_FOURTH;
  }
}
