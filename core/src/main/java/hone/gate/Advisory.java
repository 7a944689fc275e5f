package hone.gate;

import java.util.Optional;

/// What is measured beside the benchmarks and told with its figures, while no gate rests on it.
///
/// All blocks are looked at once, at the level of a look; nothing is run afresh to confirm it, so
/// that a change is suspected at most.
public final class Advisory {

  private Advisory() {}

  /// The judgement of a contest that has blocks.
  public static Judgement of(Contest contest, Rules rules) {
    Evidence evidence = Evidence.sampled(contest.blocks());
    double p = evidence.p();
    Figures figures = evidence.figures(p, p, rules.lookSignificance());
    return new Judgement(
        contest.benchmark(),
        contest.metric(),
        verdict(contest, evidence, rules),
        Optional.of(figures),
        "");
  }

  private static Verdict verdict(Contest contest, Evidence evidence, Rules rules) {
    if (evidence.equivalenceP(rules.threshold()) <= rules.equivalenceSignificance()) {
      return Verdict.UNCHANGED;
    }
    double effect = evidence.effect();
    if (evidence.p() > rules.lookSignificance() || Math.abs(effect) < rules.flaggedEffect()) {
      return Verdict.INCONCLUSIVE;
    }
    return contest.metric().better().gain(effect) > 0
        ? Verdict.SUSPECTED_IMPROVED
        : Verdict.SUSPECTED_REGRESSED;
  }
}
