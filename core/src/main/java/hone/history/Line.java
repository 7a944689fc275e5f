package hone.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The revisions of a history in their order: the first parents of one commit, oldest first.
///
/// @param revisions oldest first
public record Line(List<Revision> revisions) {

  public Line {
    revisions = List.copyOf(revisions);
  }

  /// Where each tree stands, from 0; the last place of those it has.
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < revisions.size(); i++) {
      places.put(revisions.get(i).tree(), i);
    }
    return places;
  }

  /// Where a commit stands; nothing where it is not on this line.
  public OptionalInt place(String commit) {
    for (int i = revisions.size() - 1; i >= 0; i--) {
      if (revisions.get(i).commit().equals(commit)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
