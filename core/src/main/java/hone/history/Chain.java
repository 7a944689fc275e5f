package hone.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One metric of one benchmark over the revisions, as a product of ratios, each measured within one
/// run, on whatever machine.
///
/// A revision that was compared with an earlier one of the line is linked to it; one that was not
/// begins a new segment, and nothing is said about the step to it. Of several ways back, the one that
/// reaches furthest is taken, then the one whose interval is narrowest.
///
/// @param links in the order of the line; empty where no run compared two of its revisions
public record Chain(List<Link> links) {

  public Chain {
    links = List.copyOf(links);
  }

  /// One revision of a chain.
  ///
  /// @param place   on the line
  /// @param segment from 1; revisions of different segments cannot be compared
  /// @param level   against the first revision of the segment
  /// @param from    place of the revision that it was compared with; its own where it begins a segment
  /// @param ratios  how many ratios lie between it and the beginning of its segment
  public record Link(
      Revision revision, int place, int segment, Figure.Change level, int from, int ratios) {}

  /// A comparison of two revisions of the line.
  record Step(int from, int to, Ratio ratio) {}

  private record Reached(int start, Ratio ratio, int from, int ratios) {

    static Reached start(int place) {
      return new Reached(place, Ratio.ONE, place, 0);
    }

    Reached then(Step step) {
      return new Reached(start, ratio.then(step.ratio()), step.from(), ratios + 1);
    }
  }

  /// The chain of these comparisons.
  static Chain of(Line line, List<Step> steps) {
    SortedMap<Integer, List<Step>> ways = ways(steps);
    Map<Integer, Reached> reached = new HashMap<>();
    Map<Integer, Integer> segments = new HashMap<>();
    List<Link> links = new ArrayList<>();
    ways.forEach((place, each) -> {
      Reached best = best(each, reached).orElseGet(() -> Reached.start(place));
      reached.put(place, best);
      int segment = segments.computeIfAbsent(best.start(), _ -> segments.size() + 1);
      Revision revision = line.revisions().get(place);
      links.add(
          new Link(revision, place, segment, best.ratio().change(), best.from(), best.ratios()));
    });
    return new Chain(links);
  }

  /// The product of ratios from one place to another, along the narrowest way; nothing where no
  /// comparisons lead there.
  static Optional<Product> product(int from, int to, List<Step> steps) {
    Map<Integer, Reached> reached = new HashMap<>();
    reached.put(from, Reached.start(from));
    ways(steps)
        .tailMap(from + 1)
        .forEach((place, each) -> best(each, reached).ifPresent(best -> reached.put(place, best)));
    return Optional.ofNullable(reached.get(to))
        .filter(end -> end.ratios() > 0)
        .map(end -> new Product(end.ratio().change(), end.ratios()));
  }

  /// Ratios in a row, multiplied.
  record Product(Figure.Change change, int ratios) {}

  /// The steps that end at each place that any step names.
  private static SortedMap<Integer, List<Step>> ways(List<Step> steps) {
    SortedMap<Integer, List<Step>> ways = new TreeMap<>();
    for (Step step : steps) {
      ways.computeIfAbsent(step.from(), _ -> new ArrayList<>());
      ways.computeIfAbsent(step.to(), _ -> new ArrayList<>()).add(step);
    }
    return ways;
  }

  private static Optional<Reached> best(List<Step> steps, Map<Integer, Reached> reached) {
    Reached best = null;
    for (Step step : steps) {
      Reached before = reached.get(step.from());
      if (before != null) {
        Reached way = before.then(step);
        best = best == null || isBetter(way, best) ? way : best;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(Reached one, Reached other) {
    return one.start() != other.start()
        ? one.start() < other.start()
        : one.ratio().variance() < other.ratio().variance();
  }
}
