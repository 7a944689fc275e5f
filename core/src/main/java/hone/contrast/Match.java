package hone.contrast;

import hone.analysis.Place;
import java.util.List;

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
    return named(after.isEmpty() ? before : after);
  }

  /// What the base calls it.
  Place was() {
    return named(before.isEmpty() ? after : before);
  }

  private static Place named(List<Place> places) {
    Place first = places.getFirst();
    return places.size() == 1
        ? first
        : new Place(0, PlainName.of(first.function()), first.file(), first.line());
  }
}
