package hone.gate;

import java.util.Optional;

/// What the looks at the first runs of a contest have come to. The first look that settles it is
/// the last one: runs that others still need do not change it any more.
sealed interface Screening {

  /// A verdict that further runs do not change.
  record Settled(Judgement judgement) implements Screening {}

  /// A change that is large enough to be confirmed on fresh runs.
  ///
  /// @param higher whether the candidate's numbers are the larger
  record Flagged(Contest contest, Evidence evidence, boolean higher) implements Screening {

    boolean isBetter() {
      return contest.metric().better().gain(higher ? 1 : -1) > 0;
    }
  }

  /// Neither so far.
  record Undecided(Contest contest, Evidence evidence) implements Screening {}

  static Screening of(Contest contest, Looks looks, Rules rules) {
    Weighing weighing = new Weighing(rules);
    if (contest.settled().isPresent()) {
      Contest.Settled settled = contest.settled().get();
      return new Settled(
          new Judgement(
              contest.benchmark(),
              contest.metric(),
              settled.verdict(),
              Optional.empty(),
              settled.reason()));
    }
    Evidence evidence = Evidence.of(contest.metric(), contest.blocks());
    if (evidence.isExact()) {
      return new Settled(weighing.exact(contest, evidence));
    }
    for (int blocks : looks.within(contest.blocks().size())) {
      evidence = Evidence.sampled(contest.blocks().subList(0, blocks));
      if (evidence.p() <= rules.lookSignificance()
          && Math.abs(evidence.effect()) >= rules.flaggedEffect()) {
        return new Flagged(contest, evidence, evidence.effect() > 0);
      }
      if (evidence.equivalenceP(rules.threshold()) <= rules.equivalenceSignificance()) {
        return new Settled(weighing.equivalent(contest, evidence));
      }
    }
    return new Undecided(contest, evidence);
  }
}
