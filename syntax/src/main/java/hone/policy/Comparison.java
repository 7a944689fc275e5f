package hone.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// What the rules find in the base, held against what they find in the candidate.
///
/// @param functions the names of the functions of the base
record Comparison(List<Sighting> base, List<Sighting> candidate, Set<String> functions) {

  private static final Comparator<Sighting> FIRST =
      Comparator.comparing(Sighting::path)
          .thenComparingInt(Sighting::line)
          .thenComparing(sighting -> sighting.rule().concern());

  /// What the candidate has lost, first the places in the base that come first.
  ///
  /// A construct may move: into the same function, or with the same text, or into a function that
  /// the base did not have. One that appears elsewhere makes up for nothing.
  List<Objection> lost() {
    return gone().stream()
        .map(sighting -> objection(sighting, "takes away", " of the base"))
        .toList();
  }

  /// The same, as it stood in the base.
  List<Sighting> gone() {
    Map<String, List<Sighting>> now = byKey(candidate, Rule.Verb.KEEP);
    List<Sighting> lost = new ArrayList<>();
    byKey(base, Rule.Verb.KEEP)
        .forEach((key, before) -> lost.addAll(unmatched(before, now.getOrDefault(key, List.of()))));
    return lost.stream().sorted(FIRST).toList();
  }

  private List<Sighting> unmatched(List<Sighting> before, List<Sighting> now) {
    List<Sighting> left = new ArrayList<>(before);
    List<Sighting> free = new ArrayList<>(now);
    cancel(left, free, (one, other) -> sameFunction(one, other) && sameText(one, other));
    cancel(left, free, Comparison::sameFunction);
    cancel(left, free, Comparison::sameText);
    cancel(left, free, (_, other) -> !functions.contains(other.function()));
    return left;
  }

  private static void cancel(
      List<Sighting> left, List<Sighting> free, BiPredicate<Sighting, Sighting> same) {
    left.removeIf(one -> {
      for (int i = 0; i < free.size(); i++) {
        if (same.test(one, free.get(i))) {
          free.remove(i);
          return true;
        }
      }
      return false;
    });
  }

  private static boolean sameFunction(Sighting one, Sighting other) {
    return one.function().equals(other.function());
  }

  private static boolean sameText(Sighting one, Sighting other) {
    return one.text().equals(other.text());
  }

  /// What the candidate brings in that it may not.
  List<Objection> broughtIn() {
    Map<String, Integer> allowed = new HashMap<>();
    base.stream()
        .filter(sighting -> sighting.rule().verb() == Rule.Verb.BAN)
        .forEach(sighting -> allowed.merge(sighting.key(), 1, Math::addExact));
    List<Objection> objections = new ArrayList<>();
    for (Sighting sighting : candidate) {
      if (sighting.rule().verb() == Rule.Verb.BAN
          && allowed.merge(sighting.key(), -1, Math::addExact) < 0) {
        objections.add(objection(sighting, "brings in", ""));
      }
    }
    return objections;
  }

  /// What a file has for the first time.
  List<Objection> firsts() {
    Set<String> known =
        base.stream()
            .filter(sighting -> sighting.rule().verb() == Rule.Verb.FIRST)
            .map(Comparison::fileAndConcern)
            .collect(Collectors.toSet());
    return candidate.stream()
        .filter(sighting -> sighting.rule().verb() == Rule.Verb.FIRST)
        .filter(sighting -> !known.contains(fileAndConcern(sighting)))
        .map(sighting -> objection(sighting, "brings in", ""))
        .toList();
  }

  private static String fileAndConcern(Sighting sighting) {
    return sighting.rule().concern() + " " + sighting.path();
  }

  private static Objection objection(Sighting sighting, String verb, String where) {
    return new Objection(
        sighting.path(),
        sighting.line(),
        "it %s %s (%s): %s%s"
            .formatted(
                verb,
                sighting.rule().concern().phrase(),
                sighting.rule().what(),
                sighting.place(),
                where));
  }

  private static Map<String, List<Sighting>> byKey(List<Sighting> sightings, Rule.Verb verb) {
    return sightings.stream()
        .filter(sighting -> sighting.rule().verb() == verb)
        .collect(Collectors.groupingBy(Sighting::key, LinkedHashMap::new, Collectors.toList()));
  }
}
