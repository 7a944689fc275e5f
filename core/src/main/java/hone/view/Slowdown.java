package hone.view;

import hone.analysis.Granularity;
import hone.analysis.Place;
import hone.profile.Profile;
import hone.unit.Unit;
import hone.view.Difference.Cost;
import java.util.ArrayList;
import java.util.Comparator;
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
/// @param file       as the profiler gave it, or empty
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

  /// The functions that grew, the one that costs most more first.
  ///
  /// @param ratio time of one operation after ÷ before
  /// @param type  place of the value type in both profiles
  public static List<Slowdown> of(Profile before, Profile after, int type, double ratio) {
    Map<Place, Cost> old = Difference.costs(before, type, Granularity.FUNCTIONS);
    Map<Place, Cost> now = Difference.costs(after, type, Granularity.FUNCTIONS);
    Sampled base = Sampled.of(before, type);
    Sampled head = Sampled.of(after, type);
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
