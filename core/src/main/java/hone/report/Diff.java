package hone.report;

import hone.analysis.EvidenceQuality;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.view.Difference;
import java.util.List;

/// The answer to "what changed between two profiles".
///
/// @param base       the one to compare with, as it was read
/// @param other      the one that is compared, as it was read
/// @param normalised whether the values of `other` were brought to the total of `base`
/// @param evidence   of the worse of the two
/// @param rows       in the order they are to be shown, as many as are to be shown
/// @param leftOut    how many rows that differ are not shown
public record Diff(
    Side base,
    Side other,
    boolean normalised,
    EvidenceQuality evidence,
    List<Difference> rows,
    int leftOut) {

  /// A profile, and the place of the value type that is compared.
  public record Side(Profile profile, int type) {

    long total() {
      return profile.total(type);
    }

    ValueType valueType() {
      return profile.types().get(type);
    }
  }

  public Diff {
    rows = List.copyOf(rows);
  }
}
