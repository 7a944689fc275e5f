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
import java.util.Optional;
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
  private final Optional<BlockedRankTest> logs;

  private Evidence(Design design, double[][] old, double[][] candidate) {
    this.design = design;
    this.old = old;
    this.candidate = candidate;
    this.logs =
        isPositive(old) && isPositive(candidate)
            ? Optional.of(BlockedRankTest.of(logs(old), logs(candidate)))
            : Optional.empty();
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
    return design == Design.EXACT || logs.isEmpty()
        ? ratio(Medians.median(flat(old)), Medians.median(flat(candidate)))
        : Math.expm1(logs.get().estimate());
  }

  /// Largest of the two one-sided p-values against a ratio at the edges of the threshold: small
  /// where the ratio is proven to lie between them.
  double equivalenceP(double threshold) {
    if (logs.isEmpty()) {
      return 1;
    }
    double edge = Math.log1p(threshold);
    return Math.max(logs.get().shifted(edge).less(), logs.get().shifted(-edge).greater());
  }

  /// The figures, with an interval at 1 − `level` and what a test at this level would find four
  /// times in five; nothing of that where there are no logarithms, or no chance.
  ///
  /// @param level in (0, 1)
  Figures figures(double p, double adjustedP, double level) {
    double[] before = flat(old);
    double[] after = flat(candidate);
    double oldMedian = Medians.median(before);
    double newMedian = Medians.median(after);
    double ratio = ratio(oldMedian, newMedian);
    Shift effect =
        design == Design.EXACT
            ? new Shift(ratio, ratio, ratio)
            : new Shift(ratio, -1, Double.POSITIVE_INFINITY);
    OptionalDouble detectable = OptionalDouble.empty();
    if (design != Design.EXACT && logs.isPresent()) {
      Shift shift = logs.get().interval(1 - level);
      effect =
          new Shift(
              Math.expm1(shift.estimate()), Math.expm1(shift.low()), Math.expm1(shift.high()));
      OptionalDouble found = Detectable.shift(shift, level, POWER);
      detectable = found.isPresent() ? OptionalDouble.of(Math.expm1(found.getAsDouble())) : found;
    }
    return new Figures(
        design,
        before.length,
        oldMedian,
        after.length,
        newMedian,
        effect.estimate(),
        effect.low(),
        effect.high(),
        p,
        adjustedP,
        detectable);
  }

  /// New ÷ old − 1; from nothing to nothing is no change.
  private static double ratio(double old, double candidate) {
    return old == candidate ? 0 : candidate / old - 1;
  }

  private static double[][] logs(double[][] blocks) {
    double[][] logs = new double[blocks.length][];
    for (int b = 0; b < blocks.length; b++) {
      logs[b] = new double[blocks[b].length];
      for (int i = 0; i < blocks[b].length; i++) {
        logs[b][i] = Math.log(blocks[b][i]);
      }
    }
    return logs;
  }

  private static boolean isConstant(double[][] blocks) {
    return Arrays.stream(flat(blocks)).allMatch(value -> value == blocks[0][0]);
  }

  private static boolean isPositive(double[][] blocks) {
    for (double[] block : blocks) {
      for (double number : block) {
        if (number <= 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] flat(double[][] blocks) {
    int count = 0;
    for (double[] block : blocks) {
      count += block.length;
    }
    double[] flat = new double[count];
    int next = 0;
    for (double[] block : blocks) {
      System.arraycopy(block, 0, flat, next, block.length);
      next += block.length;
    }
    return flat;
  }

  private static double[][] numbers(List<Block> blocks, Function<Block, List<Double>> side) {
    double[][] numbers = new double[blocks.size()][];
    for (int b = 0; b < numbers.length; b++) {
      List<Double> runs = side.apply(blocks.get(b));
      numbers[b] = new double[runs.size()];
      for (int i = 0; i < numbers[b].length; i++) {
        numbers[b][i] = runs.get(i);
      }
    }
    return numbers;
  }
}
