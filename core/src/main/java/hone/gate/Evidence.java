package hone.gate;

import hone.bench.Metric;
import hone.gate.Figures.Design;
import hone.stat.BlockedRankTest;
import hone.stat.Detectable;
import hone.stat.Medians;
import hone.stat.RankTest;
import hone.stat.Shift;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What the runs of one contest say, before it is weighed against the other contests.
///
/// Times and throughputs are compared by their logarithms, so that the effect is a ratio and halving
/// weighs as much as doubling. Counts that are equal on every run of a revision are compared as they
/// are. A count that varies and is zero at times has no logarithm: its effect is the ratio of the
/// medians without an interval, and the test on ranks, which needs none, still speaks.
final class Evidence {

  /// Four times in five, as is usual.
  private static final double POWER = 0.8;

  private final Design design;
  private final double[][] old;
  private final double[][] candidate;

  private Evidence(Design design, double[][] old, double[][] candidate) {
    this.design = design;
    this.old = old;
    this.candidate = candidate;
  }

  static Evidence of(Metric metric, List<Block> blocks) {
    double[][] old = numbers(blocks, Block::old);
    double[][] candidate = numbers(blocks, Block::candidate);
    boolean exact = metric.isCounted() && isConstant(old) && isConstant(candidate);
    return new Evidence(exact ? Design.EXACT : Design.BLOCKED, old, candidate);
  }

  /// Evidence that is tested even where the numbers never vary: not all runs are in it.
  static Evidence sampled(List<Block> blocks) {
    return new Evidence(
        Design.BLOCKED, numbers(blocks, Block::old), numbers(blocks, Block::candidate));
  }

  boolean isExact() {
    return design == Design.EXACT;
  }

  double p() {
    if (isExact()) {
      return old[0][0] == candidate[0][0] ? 1 : 0;
    }
    return BlockedRankTest.of(old, candidate).test().twoSided();
  }

  /// One-sided, small where the candidate's numbers are the larger, or the smaller.
  double p(boolean higher) {
    if (isExact()) {
      return candidate[0][0] != old[0][0] && candidate[0][0] > old[0][0] == higher ? 0 : 1;
    }
    RankTest test = BlockedRankTest.of(old, candidate).test();
    return higher ? test.greater() : test.less();
  }

  /// Candidate ÷ baseline − 1.
  double effect() {
    return design == Design.EXACT || !hasLogarithms()
        ? ratio(Medians.median(flat(old)), Medians.median(flat(candidate)))
        : Math.expm1(logs().estimate());
  }

  /// Largest of the two one-sided p-values against a ratio at the edges of the threshold: small
  /// where the ratio is proven to lie between them.
  double equivalenceP(double threshold) {
    if (!hasLogarithms()) {
      return 1;
    }
    double edge = Math.log1p(threshold);
    BlockedRankTest logs = logs();
    return Math.max(logs.shifted(edge).less(), logs.shifted(-edge).greater());
  }

  /// The figures, with nothing said on what could be found.
  ///
  /// @param confidence of the interval, in (0, 1)
  Figures figures(double p, double adjustedP, double confidence) {
    double oldMedian = Medians.median(flat(old));
    double newMedian = Medians.median(flat(candidate));
    Shift effect = effect(oldMedian, newMedian, confidence);
    return new Figures(
        design,
        flat(old).length,
        oldMedian,
        flat(candidate).length,
        newMedian,
        effect.estimate(),
        effect.low(),
        effect.high(),
        p,
        adjustedP,
        OptionalDouble.empty());
  }

  private Shift effect(double oldMedian, double newMedian, double confidence) {
    double ratio = ratio(oldMedian, newMedian);
    if (design == Design.EXACT) {
      return new Shift(ratio, ratio, ratio);
    }
    if (!hasLogarithms()) {
      return new Shift(ratio, -1, Double.POSITIVE_INFINITY);
    }
    Shift logs = logs().interval(confidence);
    return new Shift(Math.expm1(logs.estimate()), Math.expm1(logs.low()), Math.expm1(logs.high()));
  }

  /// Smallest effect that a test at this level would find four times in five; empty where none.
  OptionalDouble detectable(double level) {
    if (design == Design.EXACT || !hasLogarithms()) {
      return OptionalDouble.empty();
    }
    OptionalDouble logs = Detectable.shift(logs().interval(1 - level), level, POWER);
    return logs.isPresent() ? OptionalDouble.of(Math.expm1(logs.getAsDouble())) : logs;
  }

  /// New ÷ old − 1; from nothing to nothing is no change.
  private static double ratio(double old, double candidate) {
    return old == candidate ? 0 : candidate / old - 1;
  }

  private boolean hasLogarithms() {
    return smallest(old) > 0 && smallest(candidate) > 0;
  }

  private BlockedRankTest logs() {
    return BlockedRankTest.of(logs(old), logs(candidate));
  }

  private static double[][] logs(double[][] blocks) {
    return Arrays.stream(blocks)
        .map(block -> Arrays.stream(block).map(Math::log).toArray())
        .toArray(double[][]::new);
  }

  private static boolean isConstant(double[][] blocks) {
    return Arrays.stream(flat(blocks)).allMatch(value -> value == blocks[0][0]);
  }

  private static double smallest(double[][] blocks) {
    return Arrays.stream(flat(blocks)).min().orElse(0);
  }

  private static double[] flat(double[][] blocks) {
    return Arrays.stream(blocks).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] numbers(List<Block> blocks, Function<Block, List<Double>> side) {
    return blocks.stream()
        .map(block -> side.apply(block).stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
