package hone.report;

import hone.analysis.EvidenceQuality;
import hone.profile.Profile;
import hone.view.Difference;
import java.util.List;

/// The answer to "what changed between two profiles".
///
/// @param base       the one to compare with, as it was read
/// @param other      the one that is compared, as it was read
/// @param type       place of a value type of both
/// @param normalised whether the values of `other` were brought to the total of `base`
/// @param evidence   of the worse of the two
/// @param rows       in the order they are to be shown, as many as are to be shown
/// @param leftOut    how many rows that differ are not shown
public record Diff(
    Profile base,
    Profile other,
    int type,
    boolean normalised,
    EvidenceQuality evidence,
    List<Difference> rows,
    int leftOut) {

  public Diff {
    rows = List.copyOf(rows);
  }
}
