package hone.audit;

import hone.gate.Judgement;
import hone.optimise.Attempt;
import hone.optimise.Rejection;
import hone.policy.ChangeKind;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A candidate on its way through the loop, and what became of it.
///
/// @param attempt    how it got through policy, build and tests
/// @param rejection  where and why it fell; nothing while it is in the running, or accepted
/// @param judgements of its measurements, empty where it was not measured
/// @param warnings   what to know of its measurements, such as benchmarks that were not warm
/// @param headline   what decided, in one line
/// @param branch     where it was delivered
/// @param evidence   its page
/// @param pullRequest URL of its pull request, where there is one
public record Contender(
    Attempt attempt,
    Optional<Rejection> rejection,
    List<Judgement> judgements,
    List<String> warnings,
    Optional<Judgement> headline,
    Optional<String> branch,
    Optional<Path> evidence,
    Optional<String> pullRequest) {

  public Contender {
    judgements = List.copyOf(judgements);
    warnings = List.copyOf(warnings);
  }

  /// A candidate that was tried and not measured yet.
  static Contender of(Attempt attempt) {
    return new Contender(
        attempt,
        attempt.rejection(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// As they are tried: algorithmic changes first, else in the order they came.
  static List<Contender> ranked(List<Contender> contenders) {
    return contenders.stream().sorted(Comparator.comparingInt(Contender::rank)).toList();
  }

  private int rank() {
    return attempt.kind().map(Enum::ordinal).orElse(ChangeKind.values().length);
  }

  /// Whether it got as far as the benchmarks, whatever became of it there.
  boolean wasMeasured() {
    return attempt.rejection().isEmpty() && rejection.isPresent();
  }

  boolean inTheRunning() {
    return rejection.isEmpty();
  }

  Contender rejected(Rejection.Kind kind, String reason) {
    return new Contender(
        attempt,
        Optional.of(new Rejection(kind, reason)),
        judgements,
        warnings,
        headline,
        branch,
        evidence,
        pullRequest);
  }

  Contender warned(List<String> sentences) {
    return new Contender(
        attempt, rejection, judgements, sentences, headline, branch, evidence, pullRequest);
  }

  Contender judged(List<Judgement> all, Optional<Judgement> deciding) {
    return new Contender(
        attempt, rejection, all, warnings, deciding, branch, evidence, pullRequest);
  }

  Contender delivered(Optional<String> name, Path page) {
    return new Contender(
        attempt, rejection, judgements, warnings, headline, name, Optional.of(page), pullRequest);
  }

  Contender offered(String url) {
    return new Contender(
        attempt, rejection, judgements, warnings, headline, branch, evidence, Optional.of(url));
  }

  /// As other programs read it: `improved`, or where it fell.
  public String verdict() {
    return rejection.map(fallen -> fallen.kind().toString()).orElse("improved");
  }
}
