package hone.contrast;

import hone.analysis.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The places of both sides that are one row.
///
/// @param before places of the base, in order of their text
/// @param after  places of the other side, in order of their text; not both are empty
record Match(List<Place> before, List<Place> after, Kinship kinship) {

  Match {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static Match same(Place place, boolean before, boolean after) {
    List<Place> one = List.of(place);
    return new Match(before ? one : List.of(), after ? one : List.of(), Kinship.SAME);
  }

  /// What the row is called: as the other side names it, or the base where that has none.
  Place place() {
    return after.isEmpty() ? called(before, before) : called(after, before);
  }

  /// What the base calls it.
  Place was() {
    return before.isEmpty() ? called(after, after) : called(before, after);
  }

  /// The places of the base that are to be one, each with what they are to be called.
  static Map<Place, Place> namesBefore(List<Match> matches) {
    Map<Place, Place> names = new HashMap<>();
    for (Match match : matches) {
      if (match.before.size() > 1) {
        match.before.forEach(place -> names.put(place, match.was()));
      }
    }
    return names;
  }

  /// The same of the other side.
  static Map<Place, Place> namesAfter(List<Match> matches) {
    Map<Place, Place> names = new HashMap<>();
    for (Match match : matches) {
      if (match.after.size() > 1) {
        match.after.forEach(place -> names.put(place, match.place()));
      }
    }
    return names;
  }

  /// The same where the places of each side are one.
  Match joined() {
    return new Match(
        before.isEmpty() ? before : List.of(was()),
        after.isEmpty() ? after : List.of(place()),
        kinship);
  }

  /// Several places are called what the other side calls them, or by their plain name.
  private static Place called(List<Place> places, List<Place> others) {
    if (places.size() == 1) {
      return places.getFirst();
    }
    Place first = places.getFirst();
    return others.size() == 1
        ? others.getFirst()
        : new Place(0, PlainName.of(first.function()), first.file(), first.line());
  }
}
