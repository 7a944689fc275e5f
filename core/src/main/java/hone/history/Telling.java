package hone.history;

import hone.bench.Metric;
import hone.history.History.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is said of one metric of one benchmark, and what it comes to along a line.
///
/// @param places of the line's trees
record Telling(
    String benchmark, Metric metric, List<Said> said, Line line, Map<String, Integer> places) {

  Story story(History.Watch watch) {
    List<Chain.Step> steps = steps();
    return new Story(benchmark, metric, Chain.of(line, steps), tracks(), creep(steps, watch));
  }

  private List<Chain.Step> steps() {
    List<Chain.Step> steps = new ArrayList<>();
    for (Said each : said) {
      Optional<Integer> from = each.entry().base().map(Revision::tree).map(places::get);
      Optional<Integer> to = Optional.ofNullable(places.get(each.entry().head().tree()));
      Optional<Figure.Change> change = each.figure().change().filter(Telling::isChainable);
      if (from.isPresent() && to.isPresent() && change.isPresent() && from.get() < to.get()) {
        steps.add(new Chain.Step(from.get(), to.get(), Ratio.of(change.get())));
      }
    }
    return steps;
  }

  /// Nothing is in proportion to nothing.
  private static boolean isChainable(Figure.Change change) {
    return change.effect() > -1 && Double.isFinite(change.effect());
  }

  private List<Track> tracks() {
    Map<String, List<Track.Point>> machines = new LinkedHashMap<>();
    for (Said each : said) {
      point(each)
          .ifPresent(point ->
              machines
                  .computeIfAbsent(each.entry().machine().hash(), _ -> new ArrayList<>())
                  .add(point));
    }
    List<Track> tracks = new ArrayList<>();
    for (List<Track.Point> points : machines.values()) {
      points.sort(
          Comparator.comparingInt(Track.Point::place)
              .thenComparing(point -> point.entry().madeAt())
              .thenComparing(point -> point.entry().id()));
      tracks.add(Track.of(points.getFirst().entry().machine(), points));
    }
    return tracks;
  }

  private Optional<Track.Point> point(Said each) {
    int place = History.place(each.entry(), places).orElseThrow();
    boolean isHead = places.containsKey(each.entry().head().tree());
    Optional<Figure.Summary> summary = isHead ? each.figure().head() : each.figure().base();
    return summary.map(
        figures -> new Track.Point(line.revisions().get(place), place, each.entry(), figures));
  }

  /// From the first revision at or after the release that leads to the newest one measured.
  private Optional<Creep> creep(List<Chain.Step> steps, History.Watch watch) {
    int newest = steps.stream().mapToInt(Chain.Step::to).max().orElse(-1);
    for (int from :
        steps.stream()
            .mapToInt(Chain.Step::from)
            .filter(place -> place >= watch.since())
            .sorted()
            .distinct()
            .toArray()) {
      Optional<Chain.Product> product = Chain.product(from, newest, steps);
      if (product.isPresent()) {
        Revision first = line.revisions().get(from);
        Revision last = line.revisions().get(newest);
        return Optional.of(
            Creep.of(first, last, product.get(), metric.better(), watch.threshold()));
      }
    }
    return Optional.empty();
  }
}
