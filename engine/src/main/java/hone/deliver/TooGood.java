package hone.deliver;

import hone.finding.Finding;
import hone.gate.Judgement;
import hone.gate.Verdict;
import hone.optimise.Candidate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What a person should look at before a merge: a gain that is proven, and larger than what the
/// profile had to give.
///
/// An agent's change that is ten times as fast may be a better algorithm, or an answer that is kept
/// from one call of the benchmark to the next. No number tells the two apart.
final class TooGood {

  /// The least gain that is remarkable, as new speed ÷ old speed.
  private static final double REMARKABLE = 10;

  /// What is allowed on top of the bound of the profile, which is of the load and not of the
  /// benchmark.
  private static final double LEEWAY = 1.5;

  private TooGood() {}

  /// The remark, or nothing where the largest proven gain is no more than the profile explains.
  static Optional<String> in(JudgedCandidate judged) {
    Optional<Finding> finding = judged.finding();
    if (finding.isEmpty() || !judged.attempt().candidate().source().startsWith(Candidate.AGENT)) {
      return Optional.empty();
    }
    double bound = 1 / (1 - Math.min(finding.get().share(), 0.999));
    return judged.judgements().stream()
        .filter(each -> each.verdict() == Verdict.IMPROVED && each.metric().isSpeed())
        .max(Comparator.comparingDouble(TooGood::speedUp))
        .filter(best -> speedUp(best) > Math.max(REMARKABLE, LEEWAY * bound))
        .map(best -> words(best, bound));
  }

  private static double speedUp(Judgement judgement) {
    double ratio = 1 + judgement.effect();
    return switch (judgement.metric().better()) {
      case LOWER -> 1 / ratio;
      case HIGHER -> ratio;
    };
  }

  private static String words(Judgement best, double bound) {
    return String.format(
        Locale.ROOT,
        "%s is %,.0f times as fast, and under load the finding's share allows %.1f times. A better"
            + " algorithm does that, and so does an answer kept from one call of the benchmark to"
            + " the next: look for what the patch keeps between calls.",
        best.benchmark(),
        speedUp(best),
        bound);
  }
}
