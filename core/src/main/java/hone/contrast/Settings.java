package hone.contrast;

import hone.analysis.Granularity;
import hone.analysis.Order;

/// How two sides are set against each other.
///
/// @param order which value is compared and tested, and orders the rows
/// @param level probability of even one false alarm among all rows that are tested, in (0, 1)
/// @param power probability with which a change of the detectable size would be found, in [0.5, 1)
/// @param floor least share, in the mean over all profiles, of a row that is tested, in [0, 1)
/// @param seed  of the splits that are drawn where they are too many to count
public record Settings(
    Granularity granularity,
    Order order,
    Measure measure,
    double level,
    double power,
    double floor,
    long seed) {

  /// Functions by flat value: one false alarm in twenty comparisons, four changes of the detectable
  /// size in five found, functions below half a per cent not tested.
  public static Settings defaults(Measure measure) {
    return new Settings(Granularity.FUNCTIONS, Order.FLAT, measure, 0.05, 0.8, 0.005, 1);
  }

  /// The same for other rows.
  public Settings with(Granularity rows, Order by) {
    return new Settings(rows, by, measure, level, power, floor, seed);
  }
}
