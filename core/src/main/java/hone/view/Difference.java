package hone.view;

import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.analysis.Order;
import hone.analysis.Place;
import hone.analysis.Rows;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one row of a table costs in two profiles.
///
/// @param before in the base
/// @param after  in the other
public record Difference(Place place, Cost before, Cost after) {

  /// Flat and cumulative value, in the unit of the value type.
  public record Cost(long flat, long cumulative) {

    /// Nothing.
    public static final Cost NONE = new Cost(0, 0);
  }

  /// What became of a row.
  public enum Change {
    NEW,
    VANISHED,
    GREW,
    SHRANK,
    /// Neither value differs.
    SAME
  }

  public long flat() {
    return Math.subtractExact(after.flat, before.flat);
  }

  public long cumulative() {
    return Math.subtractExact(after.cumulative, before.cumulative);
  }

  /// By flat value; where that is the same, by cumulative value.
  public Change change() {
    if (before.equals(after)) {
      return Change.SAME;
    }
    if (before.equals(Cost.NONE)) {
      return Change.NEW;
    }
    if (after.equals(Cost.NONE)) {
      return Change.VANISHED;
    }
    long by = flat() == 0 ? cumulative() : flat();
    return by > 0 ? Change.GREW : Change.SHRANK;
  }

  /// Every row of either profile, that of greatest change of the flat value first, as pprof's
  /// `-diff_base`; ties by name.
  ///
  /// @param before of the rows of the base, from [#costs]
  /// @param after  of the rows of the other
  public static List<Difference> of(Map<Place, Cost> before, Map<Place, Cost> after, Order order) {
    List<Difference> rows = new ArrayList<>();
    before.forEach((place, cost) ->
        rows.add(new Difference(place, cost, after.getOrDefault(place, Cost.NONE))));
    after.forEach((place, cost) -> {
      if (!before.containsKey(place)) {
        rows.add(new Difference(place, Cost.NONE, cost));
      }
    });
    Comparator<Difference> size =
        switch (order) {
          case FLAT -> Comparator.comparingLong(row -> -Math.abs(row.flat()));
          case CUMULATIVE -> Comparator.comparingLong(row -> -Math.abs(row.cumulative()));
        };
    rows.sort(size.thenComparing(row -> row.place().text()));
    return List.copyOf(rows);
  }

  /// What the rows of a profile cost, those that cost anything.
  ///
  /// @param type place of a value type of the profile
  public static Map<Place, Cost> costs(Profile profile, int type, Granularity granularity) {
    Map<Place, Cost> costs = new HashMap<>();
    Rows rows = Rows.of(profile, granularity);
    long[][] values = Hotspots.values(profile, type, rows);
    for (int row = 0; row < rows.count(); row++) {
      Cost cost = new Cost(values[0][row], values[1][row]);
      if (!cost.equals(Cost.NONE)) {
        costs.put(rows.place(row), cost);
      }
    }
    return costs;
  }
}
