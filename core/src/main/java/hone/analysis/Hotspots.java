package hone.analysis;

import hone.profile.Frame;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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

  private static final Comparator<Hotspot> FLAT_FIRST =
      Comparator.<Hotspot>comparingLong(hotspot -> size(hotspot.flat()))
          .thenComparingLong(hotspot -> size(hotspot.cumulative()))
          .reversed()
          .thenComparing(BY_NAME);

  private static final Comparator<Hotspot> CUMULATIVE_FIRST =
      Comparator.<Hotspot>comparingLong(hotspot -> size(hotspot.cumulative()))
          .thenComparingLong(hotspot -> size(hotspot.flat()))
          .reversed()
          .thenComparing(BY_NAME);

  private Hotspots() {}

  /// Every row that costs anything, the costliest by flat value first.
  ///
  /// @param type place of a value type of the profile
  public static List<Hotspot> of(Profile profile, int type, Granularity granularity) {
    return of(profile, type, granularity, Order.FLAT, Integer.MAX_VALUE);
  }

  /// The costliest rows of those that cost anything, the costliest first.
  ///
  /// @param type place of a value type of the profile
  /// @param most how many, not negative
  public static List<Hotspot> of(
      Profile profile, int type, Granularity granularity, Order order, int most) {
    CallTree tree = CallTree.of(profile);
    Rows rows = Rows.of(profile, granularity);
    Cost cost = Cost.of(profile, type, tree, rows.ofFrames(), rows.count());
    BitSet chosen = chosen(cost, rows.count(), order, most);
    boolean oneLine = granularity == Granularity.LINES || granularity == Granularity.ADDRESSES;
    int[] frames =
        oneLine ? rows.firstFrames() : CostliestFrames.of(profile, type, tree, rows, chosen);
    List<Hotspot> hotspots = new ArrayList<>();
    for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
      Frame frame = profile.frames().get(frames[row]);
      hotspots.add(
          new Hotspot(
              granularity == Granularity.FILES ? rows.place(row).function() : frame.function(),
              frame.file(),
              granularity == Granularity.FILES ? 0 : frame.line(),
              cost.flat(row),
              cost.cumulative(row),
              granularity == Granularity.ADDRESSES ? rows.place(row).address() : 0));
    }
    return hotspots.stream().sorted(comparator(order)).limit(most).toList();
  }

  private static Comparator<Hotspot> comparator(Order order) {
    return switch (order) {
      case FLAT -> FLAT_FIRST;
      case CUMULATIVE -> CUMULATIVE_FIRST;
    };
  }

  /// At least the costliest rows, with all that cost as much as the last of them: which of those
  /// come first is a matter of their other value and name.
  private static BitSet chosen(Cost cost, int count, Order order, int most) {
    BitSet chosen = new BitSet();
    long[] values = new long[count];
    int costing = 0;
    for (int row = 0; row < count; row++) {
      if (cost.flat(row) != 0 || cost.cumulative(row) != 0) {
        chosen.set(row);
        values[costing++] = value(cost, row, order);
      }
    }
    if (costing > most && most > 0) {
      Arrays.sort(values, 0, costing);
      long least = values[costing - most];
      for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
        chosen.set(row, value(cost, row, order) >= least);
      }
    }
    return chosen;
  }

  private static long value(Cost cost, int row, Order order) {
    return switch (order) {
      case FLAT -> size(cost.flat(row));
      case CUMULATIVE -> size(cost.cumulative(row));
    };
  }

  /// In a difference what became less matters as much as what became more, as in pprof.
  private static long size(long value) {
    return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
  }

  /// The flat values of all rows, and their cumulative values.
  public static long[][] values(Profile profile, int type, Rows rows) {
    Cost cost = Cost.of(profile, type, CallTree.of(profile), rows.ofFrames(), rows.count());
    long[][] values = new long[2][rows.count()];
    for (int row = 0; row < rows.count(); row++) {
      values[0][row] = cost.flat(row);
      values[1][row] = cost.cumulative(row);
    }
    return values;
  }
}
