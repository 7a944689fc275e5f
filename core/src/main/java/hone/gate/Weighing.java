package hone.gate;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Turns the evidence of one contest into a verdict, by the rules of the whole suite.
///
/// @param tests contests that chance has a part in, which share the significance
record Weighing(Rules rules, int tests) {

  /// Orders of a block of two and two runs.
  private static final double ORDERS = 6;

  Judgement exact(Contest contest, Evidence evidence) {
    Figures figures = evidence.figures(evidence.p(), evidence.p(), rules.significance());
    Verdict verdict =
        figures.effect() == 0 ? Verdict.UNCHANGED : changed(contest, figures.effect());
    return judgement(contest, verdict, figures, "");
  }

  Judgement sampled(Contest contest, Evidence evidence, double p, double adjustedP) {
    Figures figures = evidence.figures(p, adjustedP, rules.significance());
    if (adjustedP <= rules.significance() && figures.effect() != 0) {
      return judgement(contest, changed(contest, figures.effect()), figures, "");
    }
    if (evidence.equivalenceP(rules.threshold()) <= rules.significance()) {
      return judgement(contest, Verdict.UNCHANGED, figures, "");
    }
    OptionalDouble detectable = evidence.detectable(rules.significance() / tests);
    return judgement(
        contest,
        Verdict.INCONCLUSIVE,
        figures.withDetectable(detectable),
        whyInconclusive(evidence, figures, detectable));
  }

  private Verdict changed(Contest contest, double effect) {
    boolean better = contest.metric().better().gain(effect) > 0;
    if (Math.abs(effect) >= rules.threshold()) {
      return better ? Verdict.IMPROVED : Verdict.REGRESSED;
    }
    return better ? Verdict.MINOR_IMPROVED : Verdict.MINOR_REGRESSED;
  }

  private String whyInconclusive(Evidence evidence, Figures figures, OptionalDouble detectable) {
    if (evidence.smallestP() * tests > rules.significance()) {
      long blocks = (long) Math.ceil(Math.log(2 * tests / rules.significance()) / Math.log(ORDERS));
      return String.format(
          Locale.ROOT,
          "%d runs a side cannot prove anything beside %d other tests: make %d or more",
          figures.newCount(),
          tests - 1,
          2 * blocks);
    }
    if (detectable.isEmpty()) {
      return "too noisy to say what could have been found";
    }
    double found = detectable.getAsDouble();
    double ratio = Math.log1p(found) / Math.log1p(rules.threshold());
    return String.format(
        Locale.ROOT,
        "would find %s or more; for %s make about %.0f runs a side",
        EffectText.share(found),
        EffectText.share(rules.threshold()),
        Math.ceil(figures.newCount() * Math.max(1, ratio * ratio)));
  }

  private static Judgement judgement(
      Contest contest, Verdict verdict, Figures figures, String reason) {
    return new Judgement(
        contest.benchmark(), contest.metric(), verdict, Optional.of(figures), reason);
  }
}
