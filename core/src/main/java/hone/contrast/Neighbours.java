package hone.contrast;

import hone.analysis.Place;
import hone.profile.Profile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The function that calls a place most, and the one it calls most, over the profiles of a side.
final class Neighbours {

  private static final int PARTS = 2;

  private final Map<Place, Map<String, Long>> callers = new HashMap<>();
  private final Map<Place, Map<String, Long>> callees = new HashMap<>();

  /// @param asked the places to know of
  static Neighbours of(List<Costs> side, Set<Place> asked) {
    Neighbours neighbours = new Neighbours();
    side.forEach(costs -> neighbours.add(costs, asked));
    return neighbours;
  }

  private void add(Costs costs, Set<Place> asked) {
    Profile profile = costs.profile();
    boolean[] wanted = new boolean[costs.rows().count()];
    for (int row = 0; row < wanted.length; row++) {
      wanted[row] = asked.contains(costs.rows().place(row));
    }
    long[] carried = new long[profile.stackCount()];
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      if (stack != Profile.NONE) {
        carried[stack] += profile.value(costs.member().type(), sample);
      }
    }
    for (int stack = carried.length - 1; stack >= 0; stack--) {
      int caller = profile.stackCaller(stack);
      if (caller != Profile.NONE) {
        carried[caller] += carried[stack];
        count(costs, wanted, costs.row(caller), costs.row(stack), carried[stack]);
      }
    }
  }

  private void count(Costs costs, boolean[] wanted, int caller, int callee, long value) {
    if (caller != callee && wanted[callee]) {
      merge(callers, costs.rows().place(callee), costs.rows().place(caller), value);
    }
    if (caller != callee && wanted[caller]) {
      merge(callees, costs.rows().place(caller), costs.rows().place(callee), value);
    }
  }

  private static void merge(
      Map<Place, Map<String, Long>> sums, Place place, Place neighbour, long value) {
    String name = PlainName.last(PlainName.of(neighbour.function()), PARTS);
    sums.computeIfAbsent(place, _ -> new HashMap<>()).merge(name, value, Long::sum);
  }

  /// The plain end of the name of what calls it most; empty at the root.
  Optional<String> caller(Place place) {
    return most(callers.getOrDefault(place, Map.of()));
  }

  /// The plain end of the name of what it calls most; empty at the leaf.
  Optional<String> callee(Place place) {
    return most(callees.getOrDefault(place, Map.of()));
  }

  private static Optional<String> most(Map<String, Long> values) {
    return values.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}
