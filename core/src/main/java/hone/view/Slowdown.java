package hone.view;

import hone.analysis.Granularity;
import hone.analysis.Place;
import hone.profile.Profile;
import hone.unit.Unit;
import hone.view.Difference.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A function that costs more for the same work than it did, beyond what samples vary by.
///
/// Two profiles of one benchmark run for different times, and do different amounts of work. What
/// makes them comparable is the time of one operation on each side: a function's share of its
/// profile, times that.
///
/// @param function   name
/// @param file       below the root of its side, or as the profiler gave it, or empty
/// @param oldShare   of its flat value in the base's total
/// @param newShare   of its flat value in the other's total
/// @param flat       what it costs more itself, in operations of the base: 0.2 is a fifth of one
/// @param cumulative what it costs more with all it calls, in operations of the base
/// @param ofItself   whether the flat value grew beyond chance; else only the cumulative one did
public record Slowdown(
    String function,
    String file,
    double oldShare,
    double newShare,
    double flat,
    double cumulative,
    boolean ofItself) {

  /// Three standard errors: of a hundred functions that cost the same, one in seven profiles would
  /// list one.
  private static final double ERRORS = 3;

  /// One of the two profiles.
  ///
  /// @param root directory that the program was built in, which is no difference between functions
  public record Side(Profile profile, String root) {

    /// A file of this side below its root, or as the profiler named it.
    public String file(String named) {
      String inside = root + "/";
      int start = root.isEmpty() ? -1 : named.indexOf(inside);
      return start < 0 ? named : named.substring(start + inside.length());
    }

    private Map<Place, Cost> costs(int type) {
      Map<Place, Cost> costs = new HashMap<>();
      Difference.costs(profile, type, Granularity.FILEFUNCTIONS)
          .forEach((place, cost) ->
              costs.merge(
                  new Place(0, place.function(), file(place.file()), 0),
                  cost,
                  (one, other) ->
                      new Cost(
                          Math.addExact(one.flat(), other.flat()),
                          Math.addExact(one.cumulative(), other.cumulative()))));
      return costs;
    }
  }

  /// The functions that grew, the one that costs most more first.
  ///
  /// @param ratio time of one operation after ÷ before
  /// @param type  place of the value type in both profiles
  public static List<Slowdown> of(Side before, Side after, int type, double ratio) {
    Map<Place, Cost> old = before.costs(type);
    Map<Place, Cost> now = after.costs(type);
    Sampled base = Sampled.of(before.profile(), type);
    Sampled head = Sampled.of(after.profile(), type);
    Set<Place> places = new LinkedHashSet<>(now.keySet());
    places.addAll(old.keySet());
    List<Slowdown> grown = new ArrayList<>();
    for (Place place : places) {
      Cost cheap = old.getOrDefault(place, Cost.NONE);
      Cost dear = now.getOrDefault(place, Cost.NONE);
      double flatBefore = base.share(cheap.flat());
      double flatAfter = head.share(dear.flat());
      double withBefore = base.share(cheap.cumulative());
      double withAfter = head.share(dear.cumulative());
      boolean itself = isGrowth(base, flatBefore, head, flatAfter, ratio);
      if (itself || isGrowth(base, withBefore, head, withAfter, ratio)) {
        grown.add(
            new Slowdown(
                place.function(),
                place.file(),
                flatBefore,
                flatAfter,
                ratio * flatAfter - flatBefore,
                ratio * withAfter - withBefore,
                itself));
      }
    }
    grown.sort(
        Comparator.comparingDouble((Slowdown each) -> -each.flat())
            .thenComparing(Slowdown::function)
            .thenComparing(Slowdown::file));
    return List.copyOf(grown);
  }

  private static boolean isGrowth(
      Sampled base, double before, Sampled head, double after, double ratio) {
    double error = Math.hypot(base.error(before), ratio * head.error(after));
    return ratio * after - before > ERRORS * error;
  }

  /// How much stands behind a share.
  private record Sampled(long total, long count) {

    static Sampled of(Profile profile, int type) {
      long count = profile.sampleCount();
      for (int each = 0; each < profile.types().size(); each++) {
        if (profile.types().get(each).unit().equals(Unit.COUNT)) {
          count = profile.total(each);
          break;
        }
      }
      return new Sampled(profile.total(type), Math.max(1, count));
    }

    double share(long value) {
      return total == 0 ? 0 : (double) value / total;
    }

    /// Standard error of a share; that of nothing seen is as if half a sample had been.
    double error(double share) {
      double seen = Math.clamp(share, 0.5 / count, 1 - 0.5 / count);
      return Math.sqrt(seen * (1 - seen) / count);
    }
  }
}
