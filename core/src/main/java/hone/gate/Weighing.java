package hone.gate;

import hone.gate.Screening.Flagged;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Turns the evidence of one contest into a verdict.
record Weighing(Rules rules) {

  private static final int MOST_RUNS = 2 * Looks.MOST;

  /// Numbers that chance has no part in.
  Judgement exact(Contest contest, Evidence evidence) {
    Figures figures = evidence.figures(evidence.p(), evidence.p(), rules.significance());
    Verdict verdict =
        figures.effect() == 0 ? Verdict.UNCHANGED : changed(contest, figures.effect());
    return judgement(contest, verdict, figures, "");
  }

  /// First runs that prove both sides equal within the threshold.
  Judgement equivalent(Contest contest, Evidence evidence) {
    Figures figures = atALook(evidence);
    return judgement(contest, orMinor(contest, evidence, Verdict.UNCHANGED), figures, "");
  }

  /// First runs that came to an end and prove nothing.
  Judgement undecided(Contest contest, Evidence evidence) {
    Figures figures = atALook(evidence);
    Verdict verdict = orMinor(contest, evidence, Verdict.INCONCLUSIVE);
    String reason = verdict == Verdict.INCONCLUSIVE ? wouldFind(figures) : "";
    return judgement(contest, verdict, figures, reason);
  }

  /// What the first runs flagged and no fresh runs were made for.
  Judgement unconfirmed(Flagged flagged, String why) {
    return judgement(flagged.contest(), Verdict.INCONCLUSIVE, atALook(flagged.evidence()), why);
  }

  /// What the first runs flagged, on fresh runs.
  ///
  /// @param p         one-sided, in the direction that was flagged
  /// @param adjustedP the same, corrected for everything that was flagged
  Judgement confirmed(Flagged flagged, Evidence fresh, double p, double adjustedP) {
    Contest contest = flagged.contest();
    Figures figures = fresh.figures(p, adjustedP, rules.significance());
    if (adjustedP <= rules.significance()) {
      return judgement(contest, changed(contest, figures.effect()), shown(figures), "");
    }
    return fresh.equivalenceP(rules.threshold()) <= rules.equivalenceSignificance()
        ? judgement(contest, Verdict.UNCHANGED, figures, "")
        : judgement(
            contest,
            Verdict.INCONCLUSIVE,
            figures,
            EffectText.percent(flagged.evidence().effect())
                + " in the first runs, not confirmed by fresh ones; "
                + wouldFind(figures));
  }

  private Figures atALook(Evidence evidence) {
    double level = rules.lookSignificance();
    double p = evidence.p();
    return evidence.figures(p, Math.min(1, p * rules.significance() / level), level);
  }

  /// What was shown leaves no question of what could have been.
  private static Figures shown(Figures figures) {
    return figures.withDetectable(OptionalDouble.empty());
  }

  private Verdict orMinor(Contest contest, Evidence evidence, Verdict otherwise) {
    return evidence.p() <= rules.lookSignificance() && evidence.effect() != 0
        ? minor(contest, evidence.effect())
        : otherwise;
  }

  private Verdict changed(Contest contest, double effect) {
    if (Math.abs(effect) < rules.threshold()) {
      return minor(contest, effect);
    }
    return contest.metric().better().gain(effect) > 0 ? Verdict.IMPROVED : Verdict.REGRESSED;
  }

  private static Verdict minor(Contest contest, double effect) {
    return contest.metric().better().gain(effect) > 0
        ? Verdict.MINOR_IMPROVED
        : Verdict.MINOR_REGRESSED;
  }

  private String wouldFind(Figures figures) {
    OptionalDouble detectable = figures.detectable();
    if (detectable.isEmpty()) {
      return "too noisy to say what could have been found";
    }
    double found = detectable.getAsDouble();
    double ratio = Math.log1p(found) / Math.log1p(rules.threshold());
    double runs = Math.ceil(figures.newCount() * Math.max(1, ratio * ratio));
    return String.format(
        Locale.ROOT,
        runs <= MOST_RUNS
            ? "would find %s or more; for %s make about %.0f runs a side"
            : "would find %s or more; for %s it takes about %.0f runs a side, or less noise",
        EffectText.share(found),
        EffectText.share(rules.threshold()),
        runs);
  }

  private static Judgement judgement(
      Contest contest, Verdict verdict, Figures figures, String reason) {
    return new Judgement(
        contest.benchmark(), contest.metric(), verdict, Optional.of(figures), reason);
  }
}
