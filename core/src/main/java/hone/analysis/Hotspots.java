package hone.analysis;

import hone.profile.Frame;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What costs most, by pprof's arithmetic: the leaf has the flat value, and whatever is on the
/// stack has the cumulative value once, however often it recurs.
///
/// @see <a href="https://github.com/google/pprof/blob/main/doc/README.md">pprof, flat and cum</a>
public final class Hotspots {

  private static final Comparator<Hotspot> BY_FLAT = Comparator.comparingLong(Hotspot::flat);
  private static final Comparator<Hotspot> BY_CUMULATIVE =
      Comparator.comparingLong(Hotspot::cumulative);
  private static final Comparator<Hotspot> BY_NAME =
      Comparator.comparing(Hotspot::function)
          .thenComparing(Hotspot::file)
          .thenComparingInt(Hotspot::line);

  private Hotspots() {}

  /// The costliest by flat value first; ties by cumulative value, then by name.
  public static Comparator<Hotspot> flatFirst() {
    return BY_FLAT.reversed().thenComparing(BY_CUMULATIVE.reversed()).thenComparing(BY_NAME);
  }

  /// The costliest by cumulative value first; ties by flat value, then by name.
  public static Comparator<Hotspot> cumulativeFirst() {
    return BY_CUMULATIVE.reversed().thenComparing(BY_FLAT.reversed()).thenComparing(BY_NAME);
  }

  /// Every function or line that costs anything, in the order of [#flatFirst].
  ///
  /// @param type place of a value type of the profile
  public static List<Hotspot> of(Profile profile, int type, Granularity granularity) {
    Rows rows = Rows.of(profile.frames(), granularity);
    Cost cost = Cost.of(profile, type, rows.rowOf, rows.count);
    int[] place = rows.costliestFrames(profile, type);
    List<Hotspot> hotspots = new ArrayList<>();
    for (int row = 0; row < rows.count; row++) {
      if (cost.flat(row) != 0 || cost.cumulative(row) != 0) {
        Frame frame = profile.frames().get(place[row]);
        hotspots.add(
            new Hotspot(
                frame.function(),
                frame.file(),
                frame.line(),
                cost.flat(row),
                cost.cumulative(row)));
      }
    }
    hotspots.sort(flatFirst());
    return List.copyOf(hotspots);
  }

  /// Which frames make up one row.
  private static final class Rows {

    private final int[] rowOf;
    private final int count;

    private Rows(int[] rowOf, int count) {
      this.rowOf = rowOf;
      this.count = count;
    }

    static Rows of(List<Frame> frames, Granularity granularity) {
      int[] rowOf = new int[frames.size()];
      Map<Object, Integer> rows = new HashMap<>();
      for (int frame = 0; frame < rowOf.length; frame++) {
        Object key =
            switch (granularity) {
              case FUNCTIONS -> frames.get(frame).function();
              case LINES -> frames.get(frame);
            };
        rowOf[frame] = rows.computeIfAbsent(key, _ -> rows.size());
      }
      return new Rows(rowOf, rows.size());
    }

    /// For each row its frame of greatest flat value, then of greatest cumulative value.
    int[] costliestFrames(Profile profile, int type) {
      int[] each = new int[rowOf.length];
      Arrays.setAll(each, frame -> frame);
      Cost cost = Cost.of(profile, type, each, each.length);
      int[] costliest = new int[count];
      Arrays.fill(costliest, -1);
      for (int frame = 0; frame < rowOf.length; frame++) {
        int best = costliest[rowOf[frame]];
        if (best < 0 || cost.exceeds(frame, best)) {
          costliest[rowOf[frame]] = frame;
        }
      }
      return costliest;
    }
  }
}
