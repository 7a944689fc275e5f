package hone.gate;

import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import hone.bench.SeriesKey;
import hone.gate.Figures.Design;
import hone.stat.MannWhitney;
import hone.stat.Medians;
import hone.stat.RankTest;
import hone.stat.Shift;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Compares two sets of results from elsewhere, of which nobody says in what order they were made.
///
/// If all runs of one came before all of the other, a machine that slowed down meanwhile looks like
/// slower code. So nothing here is more than suspected, however small p is. Each pair is judged for
/// itself, as people expect of such a table: of a hundred pairs of identical code, five will be
/// suspected. A gate must not rest on it.
public final class Compare {

  private final Rules rules;
  private final MannWhitney.Family tests = new MannWhitney.Family();

  private Compare(Rules rules) {
    this.rules = rules;
  }

  /// One judgement for each benchmark and metric of either side: what both have, in the order of the
  /// baseline, then what only the candidate has, then failures without a number.
  ///
  /// They are judged on all processors, each for itself. The effect is the ratio of the medians; its interval inverts the rank test on the logarithms,
  /// widened to the effect in the rare case that this lies outside.
  public static List<Judgement> unblocked(Results old, Results candidate, Rules rules) {
    Map<SeriesKey, Series> before = keyed(old);
    Map<SeriesKey, Series> after = keyed(candidate);
    Compare compare = new Compare(rules);
    return Contests.of(List.of(new Round(List.of(old), List.of(candidate)))).parallelStream()
        .map(contest ->
            contest.settled().isPresent()
                ? settled(contest, contest.settled().get())
                : compare.compared(
                    contest.metric(),
                    Objects.requireNonNull(before.get(contest.key())),
                    Objects.requireNonNull(after.get(contest.key()))))
        .toList();
  }

  private static Map<SeriesKey, Series> keyed(Results results) {
    Map<SeriesKey, Series> keyed = new HashMap<>();
    results.series().forEach(each -> keyed.put(SeriesKey.of(each), each));
    return keyed;
  }

  private static Judgement settled(Contest contest, Contest.Settled settled) {
    return new Judgement(
        contest.benchmark(),
        contest.metric(),
        settled.verdict(),
        Optional.empty(),
        settled.reason());
  }

  private Judgement compared(Metric metric, Series old, Series candidate) {
    double[] before = old.values();
    double[] after = candidate.values();
    boolean exact = metric.isCounted() && isConstant(before) && isConstant(after);
    Figures figures =
        exact ? exact(before, after) : sampled(before, after, 1 - rules.significance());
    Verdict verdict =
        exact
            ? exactVerdict(metric, figures, rules)
            : verdict(metric, figures, equivalenceP(before, after, rules.threshold()), rules);
    return new Judgement(old.benchmark(), metric, verdict, Optional.of(figures), "");
  }

  private static Figures exact(double[] old, double[] candidate) {
    double effect = ratio(old[0], candidate[0]);
    double p = effect == 0 ? 1 : 0;
    return figures(Design.EXACT, old, candidate, new Shift(effect, effect, effect), p);
  }

  private Figures sampled(double[] old, double[] candidate, double confidence) {
    double effect = ratio(Medians.median(old), Medians.median(candidate));
    double p = tests.of(candidate, old).twoSided();
    if (!isPositive(old) || !isPositive(candidate)) {
      return figures(
          Design.UNBLOCKED, old, candidate, new Shift(effect, -1, Double.POSITIVE_INFINITY), p);
    }
    Shift logs = tests.shift(logs(old), logs(candidate), confidence);
    Shift shift =
        new Shift(
            effect,
            Math.min(effect, Math.expm1(logs.low())),
            Math.max(effect, Math.expm1(logs.high())));
    return figures(Design.UNBLOCKED, old, candidate, shift, p);
  }

  private static Figures figures(
      Design design, double[] old, double[] candidate, Shift effect, double p) {
    return new Figures(
        design,
        old.length,
        Medians.median(old),
        candidate.length,
        Medians.median(candidate),
        effect.estimate(),
        effect.low(),
        effect.high(),
        p,
        p,
        OptionalDouble.empty());
  }

  private static Verdict exactVerdict(Metric metric, Figures figures, Rules rules) {
    return Math.abs(figures.effect()) < rules.threshold()
        ? Verdict.UNCHANGED
        : suspected(metric, figures.effect());
  }

  private static Verdict verdict(Metric metric, Figures figures, double equivalenceP, Rules rules) {
    if (equivalenceP <= rules.significance()) {
      return Verdict.UNCHANGED;
    }
    return figures.p() <= rules.significance() && figures.effect() != 0
        ? suspected(metric, figures.effect())
        : Verdict.INCONCLUSIVE;
  }

  private static Verdict suspected(Metric metric, double effect) {
    return metric.better().gain(effect) > 0
        ? Verdict.SUSPECTED_IMPROVED
        : Verdict.SUSPECTED_REGRESSED;
  }

  /// As for blocks: both one-sided tests against the edges of the threshold.
  private double equivalenceP(double[] old, double[] candidate, double threshold) {
    if (!isPositive(old) || !isPositive(candidate)) {
      return 1;
    }
    RankTest below = tests.of(scaled(candidate, 1 / (1 + threshold)), old);
    RankTest above = tests.of(scaled(candidate, 1 + threshold), old);
    return Math.max(below.less(), above.greater());
  }

  private static double ratio(double old, double candidate) {
    return old == candidate ? 0 : candidate / old - 1;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static boolean isPositive(double[] values) {
    return Arrays.stream(values).allMatch(value -> value > 0);
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
