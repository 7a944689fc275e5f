package hone.contrast;

import hone.analysis.Granularity;
import hone.analysis.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Finds the rows of one side on the other: by name, by the name in another spelling, by the end of
/// the name, by who calls it and whom it calls. Each step takes what the earlier ones left, and
/// only what it finds once on either side.
///
/// Addresses are found by address alone; files by path, then by the end of it.
final class Matching {

  private static final Comparator<Place> BY_TEXT = Comparator.comparing(Place::text);

  private final List<Costs> base;
  private final List<Costs> other;
  private final Granularity granularity;
  private final List<Match> matches = new ArrayList<>();
  private final Set<Place> vanished = new HashSet<>();
  private final Set<Place> added = new HashSet<>();

  private Matching(List<Costs> base, List<Costs> other, Granularity granularity) {
    this.base = base;
    this.other = other;
    this.granularity = granularity;
  }

  /// Every place of either side in one match, in no particular order.
  static List<Match> of(List<Costs> base, List<Costs> other, Granularity granularity) {
    Matching matching = new Matching(base, other, granularity);
    matching.bySpelling(places(base), places(other));
    switch (granularity) {
      case FUNCTIONS, FILEFUNCTIONS -> matching.byMove();
      case FILES -> matching.pair(Matching::fileName, (_, _) -> true, Kinship.MOVED);
      case LINES, ADDRESSES -> {}
    }
    matching.vanished.forEach(place -> matching.matches.add(Match.same(place, true, false)));
    matching.added.forEach(place -> matching.matches.add(Match.same(place, false, true)));
    return matching.matches;
  }

  private static Set<Place> places(List<Costs> side) {
    Set<Place> places = new HashSet<>();
    side.forEach(costs -> places.addAll(costs.of().keySet()));
    return places;
  }

  private void bySpelling(Set<Place> before, Set<Place> after) {
    Map<Place, List<Place>> spellings = new HashMap<>();
    for (Place place : before) {
      if (after.contains(place)) {
        continue;
      }
      spellings.computeIfAbsent(key(place), _ -> new ArrayList<>()).add(place);
    }
    Map<Place, List<Place>> others = new HashMap<>();
    for (Place place : after) {
      if (!before.contains(place)) {
        others.computeIfAbsent(key(place), _ -> new ArrayList<>()).add(place);
      }
    }
    // Where either side has names that the other lacks, equal numbers need not be equal functions.
    Set<Place> respelled = new HashSet<>(spellings.keySet());
    respelled.retainAll(others.keySet());
    for (Place place : before) {
      if (after.contains(place)) {
        Place key = respelled.isEmpty() ? place : key(place);
        if (respelled.contains(key)) {
          spellings.getOrDefault(key, new ArrayList<>()).add(place);
          others.getOrDefault(key, new ArrayList<>()).add(place);
        } else {
          matches.add(Match.same(place, true, true));
        }
      }
    }
    respelled.forEach(key ->
        matches.add(
            new Match(
                sorted(Objects.requireNonNull(spellings.remove(key))),
                sorted(Objects.requireNonNull(others.remove(key))),
                Kinship.SPELLING)));
    spellings.values().forEach(vanished::addAll);
    others.values().forEach(added::addAll);
  }

  private static List<Place> sorted(List<Place> places) {
    return places.stream().sorted(BY_TEXT).toList();
  }

  /// What is the same in every spelling.
  private Place key(Place place) {
    return switch (granularity) {
      case FUNCTIONS -> new Place(0, PlainName.of(place.function()), "", 0);
      case FILEFUNCTIONS -> new Place(0, PlainName.of(place.function()), fileName(place), 0);
      case LINES -> new Place(0, PlainName.of(place.function()), fileName(place), place.line());
      case FILES, ADDRESSES -> place;
    };
  }

  private static String fileName(Place place) {
    String path = place.file().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void byMove() {
    pair(place -> end(place, 2), (_, _) -> true, Kinship.MOVED);
    if (vanished.isEmpty() || added.isEmpty()) {
      return;
    }
    Neighbours before = Neighbours.of(base, vanished);
    Neighbours after = Neighbours.of(other, added);
    // One word alone, such as `run`, proves nothing.
    pair(
        place -> end(place, 1),
        (was, now) ->
            shared(before.caller(was), after.caller(now))
                || shared(before.callee(was), after.callee(now)),
        Kinship.MOVED);
    Map<Place, String> ways = new HashMap<>();
    vanished.forEach(place -> way(before, place).ifPresent(way -> ways.put(place, way)));
    added.forEach(place -> way(after, place).ifPresent(way -> ways.put(place, way)));
    pair(place -> ways.getOrDefault(place, ""), (_, _) -> true, Kinship.RENAMED);
  }

  private static boolean shared(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static String end(Place place, int parts) {
    return PlainName.last(PlainName.of(place.function()), parts);
  }

  private static Optional<String> way(Neighbours neighbours, Place place) {
    return neighbours
        .caller(place)
        .flatMap(caller -> neighbours.callee(place).map(callee -> caller + " > " + callee));
  }

  /// Pairs what has the same text once on either side.
  ///
  /// @param text empty where a place is not to be paired
  private void pair(
      Function<Place, String> text, BiPredicate<Place, Place> allowed, Kinship kinship) {
    Map<String, List<Place>> before = byText(vanished, text);
    Map<String, List<Place>> after = byText(added, text);
    before.forEach((key, places) -> {
      List<Place> found = after.getOrDefault(key, List.of());
      if (places.size() == 1
          && found.size() == 1
          && allowed.test(places.getFirst(), found.getFirst())) {
        matches.add(new Match(places, found, kinship));
        vanished.remove(places.getFirst());
        added.remove(found.getFirst());
      }
    });
  }

  private static Map<String, List<Place>> byText(Set<Place> places, Function<Place, String> text) {
    Map<String, List<Place>> texts = new TreeMap<>();
    for (Place place : places) {
      String key = text.apply(place);
      if (!key.isEmpty()) {
        texts.computeIfAbsent(key, _ -> new ArrayList<>()).add(place);
      }
    }
    return texts;
  }
}
