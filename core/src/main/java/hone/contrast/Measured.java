package hone.contrast;

import hone.analysis.Order;
import hone.analysis.Place;
import hone.view.Difference;
import java.util.List;
import java.util.Optional;

/// A row with its figure in each profile.
///
/// @param before sum over the base's profiles, in the unit of the value type
/// @param after  sum over the other side's
/// @param base   figure of each of the base's profiles, in the unit of the measure
/// @param other  of each of the other side's
/// @param share  mean share of the totals of all profiles
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, and is never changed
record Measured(
    Match match,
    Difference.Cost before,
    Difference.Cost after,
    double[] base,
    double[] other,
    double share) {

  static Measured of(Match match, List<Costs> base, List<Costs> other, Settings settings) {
    double share = 0;
    for (Costs costs : base) {
      share += share(cost(costs, match.before()), costs.member(), settings);
    }
    for (Costs costs : other) {
      share += share(cost(costs, match.after()), costs.member(), settings);
    }
    return new Measured(
        match,
        sum(base, match.before()),
        sum(other, match.after()),
        figures(base, match.before(), settings),
        figures(other, match.after(), settings),
        share / (base.size() + other.size()));
  }

  private static double share(Difference.Cost cost, Member member, Settings settings) {
    long total = member.total();
    return total == 0 ? 0 : Math.abs((double) value(cost, settings) / total);
  }

  private static double[] figures(List<Costs> side, List<Place> places, Settings settings) {
    return side.stream()
        .mapToDouble(costs ->
            divided(value(cost(costs, places), settings), costs.member(), settings.measure()))
        .toArray();
  }

  /// A value in the unit of the measure; of a profile without any, nothing.
  static double divided(long value, Member member, Measure measure) {
    double divisor = member.divisor(measure);
    return divisor == 0 ? 0 : value / divisor;
  }

  private static long value(Difference.Cost cost, Settings settings) {
    return settings.order() == Order.FLAT ? cost.flat() : cost.cumulative();
  }

  private static Difference.Cost sum(List<Costs> side, List<Place> places) {
    return side.stream()
        .map(costs -> cost(costs, places))
        .reduce(Measured::plus)
        .orElse(Difference.Cost.NONE);
  }

  private static Difference.Cost cost(Costs costs, List<Place> places) {
    return places.stream()
        .flatMap(place -> Optional.ofNullable(costs.of().get(place)).stream())
        .reduce(Measured::plus)
        .orElse(Difference.Cost.NONE);
  }

  private static Difference.Cost plus(Difference.Cost one, Difference.Cost other) {
    return new Difference.Cost(
        Math.addExact(one.flat(), other.flat()),
        Math.addExact(one.cumulative(), other.cumulative()));
  }
}
