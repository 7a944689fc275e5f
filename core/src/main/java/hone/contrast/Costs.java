package hone.contrast;

import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.analysis.Place;
import hone.analysis.Rows;
import hone.profile.Profile;
import hone.view.Difference;
import java.util.HashMap;
import java.util.Map;

/// What the rows of one profile of a side cost.
///
/// @param rows of the profile's frames
/// @param of   the cost of each place that costs anything
record Costs(Member member, Rows rows, Map<Place, Difference.Cost> of) {

  static Costs of(Member member, Granularity granularity) {
    return of(member, Rows.of(member.left(), granularity));
  }

  /// The same with places under other names; what calls itself under two of them counts once.
  Costs named(Map<Place, Place> names) {
    return names.isEmpty() ? this : of(member, rows.named(names));
  }

  private static Costs of(Member member, Rows rows) {
    long[][] values = Hotspots.values(member.left(), member.type(), rows);
    Map<Place, Difference.Cost> costs = new HashMap<>();
    for (int row = 0; row < rows.count(); row++) {
      if (values[0][row] != 0 || values[1][row] != 0) {
        costs.put(rows.place(row), new Difference.Cost(values[0][row], values[1][row]));
      }
    }
    return new Costs(member, rows, costs);
  }

  /// The row of a stack's leaf.
  int row(int stack) {
    return rows.row(profile().stackFrame(stack));
  }

  Profile profile() {
    return member.left();
  }
}
