package hone.analysis;

import hone.profile.Frame;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What costs most, by pprof's arithmetic: the leaf has the flat value, and whatever is on the
/// stack has the cumulative value once, however often it recurs.
///
/// @see <a href="https://github.com/google/pprof/blob/main/doc/README.md">pprof, flat and cum</a>
public final class Hotspots {

  private static final Comparator<Hotspot> BY_NAME =
      Comparator.comparing(Hotspot::function)
          .thenComparing(Hotspot::file)
          .thenComparingInt(Hotspot::line)
          .thenComparingLong(Hotspot::address);

  private Hotspots() {}

  /// The costliest by flat value first; ties by cumulative value, then by name.
  public static Comparator<Hotspot> flatFirst() {
    return (one, other) ->
        first(
            Long.compare(other.flat(), one.flat()),
            Long.compare(other.cumulative(), one.cumulative()),
            one,
            other);
  }

  /// The costliest by cumulative value first; ties by flat value, then by name.
  public static Comparator<Hotspot> cumulativeFirst() {
    return (one, other) ->
        first(
            Long.compare(other.cumulative(), one.cumulative()),
            Long.compare(other.flat(), one.flat()),
            one,
            other);
  }

  /// Written out, because a chain of comparators is as many calls for each of the comparisons, of
  /// which there are a million in a large profile.
  private static int first(int order, int then, Hotspot one, Hotspot other) {
    if (order != 0) {
      return order;
    }
    return then != 0 ? then : BY_NAME.compare(one, other);
  }

  /// Every row that costs anything, in the order of [#flatFirst].
  ///
  /// @param type place of a value type of the profile
  public static List<Hotspot> of(Profile profile, int type, Granularity granularity) {
    CallTree tree = CallTree.of(profile);
    CompletableFuture<Costed> byLine =
        CompletableFuture.supplyAsync(() -> Costed.of(profile, type, tree, Granularity.LINES));
    Costed wanted =
        granularity == Granularity.LINES
            ? byLine.join()
            : Costed.of(profile, type, tree, granularity);
    Rows rows = wanted.rows;
    Cost cost = wanted.cost;
    int[] costliest = costliestFrames(profile, rows, byLine.join());
    List<Hotspot> hotspots = new ArrayList<>();
    for (int row = 0; row < rows.count(); row++) {
      if (cost.flat(row) != 0 || cost.cumulative(row) != 0) {
        Frame frame = profile.frames().get(costliest[row]);
        Place place = rows.place(row);
        hotspots.add(
            new Hotspot(
                granularity == Granularity.FUNCTIONS ? frame.function() : place.function(),
                frame.file(),
                granularity == Granularity.FILES ? 0 : frame.line(),
                cost.flat(row),
                cost.cumulative(row),
                place.address()));
      }
    }
    hotspots.sort(flatFirst());
    return List.copyOf(hotspots);
  }

  /// The flat values of all rows, and their cumulative values.
  public static long[][] values(Profile profile, int type, Rows rows) {
    Cost cost = Cost.of(profile, type, CallTree.of(profile), rows);
    long[][] values = new long[2][rows.count()];
    for (int row = 0; row < rows.count(); row++) {
      values[0][row] = cost.flat(row);
      values[1][row] = cost.cumulative(row);
    }
    return values;
  }

  /// Rows and what they cost; two of these are worked out at a time, which takes a tenth of the time
  /// from a large profile to its table.
  private record Costed(Rows rows, Cost cost) {

    static Costed of(Profile profile, int type, CallTree tree, Granularity granularity) {
      Rows rows = Rows.of(profile, granularity);
      return new Costed(rows, Cost.of(profile, type, tree, rows));
    }
  }

  /// For each row its frame of greatest flat value, then of greatest cumulative value.
  private static int[] costliestFrames(Profile profile, Rows rows, Costed lines) {
    int[] costliest = new int[rows.count()];
    Arrays.fill(costliest, -1);
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      int row = rows.row(frame);
      int best = costliest[row];
      if (best < 0 || lines.cost.exceeds(lines.rows.row(frame), lines.rows.row(best))) {
        costliest[row] = frame;
      }
    }
    return costliest;
  }
}
