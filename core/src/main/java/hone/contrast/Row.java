package hone.contrast;

import hone.analysis.Place;
import hone.view.Difference;
import java.util.Optional;

/// A function, or another row, on both sides.
///
/// @param difference its costs as sums over the profiles of each side, under the other side's name
/// @param was        what the base calls it, where that is something else
/// @param base       median over the base's profiles, in the unit of the measure
/// @param other      median over the other side's
public record Row(
    Difference difference,
    Optional<Place> was,
    Kinship kinship,
    double base,
    double other,
    Judgement judgement) {

  /// How much more there is on the other side, in the unit of the measure.
  public double shift() {
    return judgement instanceof Judgement.Tested tested ? tested.shift() : other - base;
  }

  /// Whether there is more of it, or less, than chance explains.
  public boolean significant() {
    return judgement instanceof Judgement.Tested tested
        && tested.change() != Judgement.Change.UNDETECTED;
  }
}
