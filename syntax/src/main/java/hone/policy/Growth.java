package hone.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a change adds to a service, as far as its syntax trees tell.
///
/// @param additions checks, log lines, locks and the like, a phrase for each kind, such as
///                  `logging, 2 places: internal/api/api.go:57 'slog.Info(...)'`
/// @param kinds     of additions as words, in the same order: `logging`, `metrics`, `validation`
/// @param isMoreWork whether a loop or a call in a loop has come, or a kind of collection is gone
public record Growth(List<String> additions, List<String> kinds, boolean isMoreWork) {

  public Growth {
    additions = List.copyOf(additions);
    kinds = List.copyOf(kinds);
  }

  /// What a change adds; files that cannot be parsed are passed over.
  ///
  /// @param changes all files it touches
  public static Growth of(List<FileChange> changes) {
    return PatchReview.growth(changes);
  }

  static List<String> kinds(Collection<Sighting> added) {
    return added.stream()
        .map(sighting -> sighting.rule().concern())
        .distinct()
        .sorted()
        .map(Concern::toString)
        .toList();
  }

  static List<String> phrases(Collection<Sighting> added) {
    Map<Concern, List<Sighting>> kinds = new EnumMap<>(Concern.class);
    added.forEach(sighting ->
        kinds.computeIfAbsent(sighting.rule().concern(), _ -> new ArrayList<>()).add(sighting));
    return kinds.entrySet().stream()
        .map(kind -> {
          List<String> places = kind.getValue().stream().map(Sighting::place).distinct().toList();
          String count = places.size() == 1 ? "" : ", " + places.size() + " places";
          return kind.getKey().phrase() + count + ": " + places.getFirst();
        })
        .toList();
  }
}
