package hone.gate;

import hone.input.Printable;
import hone.service.Acceptance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a team's acknowledgements come to, held against what was measured.
///
/// An acknowledgement lets through what it names and no more: that benchmark and metric, for that
/// verdict, up to that change, until that day. What does not hold is listed with its reason, and
/// the gate stays as it is.
///
/// @param accepted each with the words that accept it
/// @param refused  why the others do not hold, a printable sentence each
public record Acceptances(List<Accepted> accepted, List<String> refused) {

  /// Longest time that anything may be accepted for, in days.
  public static final int LONGEST_DAYS = 366;

  /// A judgement that would close the gate, and who lets it through.
  public record Accepted(Judgement judgement, Acceptance words) {}

  public Acceptances {
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
  }

  /// Nothing is accepted.
  public static Acceptances none() {
    return new Acceptances(List.of(), List.of());
  }

  /// Nothing is accepted, for this reason.
  public static Acceptances refusing(String reason) {
    return new Acceptances(List.of(), List.of(Printable.of(reason)));
  }

  /// Holds acknowledgements against judgements.
  ///
  /// @param file  name of the file that they are in
  /// @param words those that this change brings
  public static Acceptances of(
      List<Judgement> judgements, String file, List<Acceptance> words, LocalDate today) {
    List<Accepted> accepted = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Acceptance each : words) {
      List<Judgement> meant =
          judgements.stream().filter(judgement -> isMeant(each, judgement)).toList();
      List<String> objections = objections(each, meant, today);
      if (objections.isEmpty()) {
        meant.stream()
            .filter(Gate::closes)
            .filter(judgement -> accepted.stream().noneMatch(a -> a.judgement().equals(judgement)))
            .forEach(judgement -> accepted.add(new Accepted(judgement, each)));
      } else {
        refused.add(
            Printable.of(
                "%s:%d: %s: not accepted: %s"
                    .formatted(file, each.line(), name(each), objections.getFirst())));
      }
    }
    return new Acceptances(accepted, refused);
  }

  /// With more that does not hold.
  public Acceptances refusingToo(List<String> reasons) {
    List<String> all = new ArrayList<>(refused);
    reasons.forEach(reason -> all.add(Printable.of(reason)));
    return new Acceptances(accepted, all);
  }

  /// The judgements that do not close the gate any more.
  List<Judgement> judgements() {
    return accepted.stream().map(Accepted::judgement).toList();
  }

  /// What must not be overlooked, a printable sentence each.
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Accepted each : accepted) {
      sentences.add(
          Printable.of(
              "accepted: %s; by %s until %s: %s"
                  .formatted(
                      Gate.sentence(each.judgement()),
                      each.words().owner(),
                      each.words().expires(),
                      each.words().reason())));
    }
    sentences.addAll(refused);
    return sentences;
  }

  private static boolean isMeant(Acceptance words, Judgement judgement) {
    return judgement.benchmark().equals(words.benchmark())
        && words.metric().map(name -> name.equals(judgement.metric().name())).orElse(true);
  }

  private static List<String> objections(Acceptance words, List<Judgement> meant, LocalDate today) {
    List<String> objections = new ArrayList<>();
    if (words.expires().isBefore(today)) {
      objections.add("it expired on " + words.expires());
    }
    if (words.expires().isAfter(today.plusDays(LONGEST_DAYS))) {
      objections.add("%s is more than %d days away".formatted(words.expires(), LONGEST_DAYS));
    }
    if (meant.isEmpty()) {
      objections.add("no such benchmark and metric was measured");
    }
    List<Judgement> closing = meant.stream().filter(Gate::closes).toList();
    if (!meant.isEmpty() && closing.isEmpty()) {
      objections.add("there is nothing to accept: it is " + meant.getFirst().verdict());
    }
    for (Judgement judgement : closing) {
      if (!judgement.verdict().toString().equals(words.of().toString())) {
        objections.add("it is %s, accepted is %s".formatted(judgement.verdict(), words.of()));
      }
      tooMuch(words, judgement).ifPresent(objections::add);
    }
    return objections;
  }

  private static Optional<String> tooMuch(Acceptance words, Judgement judgement) {
    if (judgement.figures().isEmpty()) {
      return Optional.empty();
    }
    double worse = Math.abs(judgement.effect());
    return worse <= words.upTo()
        ? Optional.empty()
        : Optional.of(
            "it is %s, accepted is up to %s"
                .formatted(EffectText.percent(judgement.effect()), EffectText.share(words.upTo())));
  }

  private static String name(Acceptance words) {
    return words.metric().map(metric -> words.benchmark() + " " + metric).orElse(words.benchmark());
  }
}
