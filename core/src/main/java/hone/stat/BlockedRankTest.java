package hone.stat;

import java.util.Arrays;

/// The exact rank test for runs interleaved at random within blocks: does the candidate differ from
/// the baseline?
///
/// **Null hypothesis**: within each block, every assignment of the numbers to baseline and candidate
/// was equally likely: 6 for two and two. This holds by the way the runs were ordered, whatever the
/// machine did between blocks, so that no assumption about distribution, independence or drift is
/// needed.
///
/// **Statistic**: the sum of the candidate's ranks among all numbers of all blocks. **Ties** are
/// mid-ranked and counted in place: exact with any ties. `twoSided` is twice the smaller tail.
///
/// **Arguments**: `baseline[b]` and `candidate[b]` are the numbers of block b. **Unit**: none for
/// the test; intervals are in the unit of the numbers, so give logarithms to get ratios.
///
/// **Cost**: for B blocks of four, about 20 · B³ additions a test, and some 20 tests an interval.
///
/// **Source**: Edgington and Onghena, Randomization Tests, on restricted (blocked) random assignment;
/// the rank sum as in the Wilcoxon test.
public final class BlockedRankTest {

  private static final int LARGEST_BLOCK = 20;

  private final double[][] baseline;
  private final double[][] candidate;
  private final int size;

  private BlockedRankTest(double[][] baseline, double[][] candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.size = flat(baseline).length + flat(candidate).length;
  }

  /// A test of these blocks.
  ///
  /// @throws IllegalArgumentException if there is no block, a side of one is empty, or a block has
  ///     more than 20 numbers
  public static BlockedRankTest of(double[][] baseline, double[][] candidate) {
    if (baseline.length == 0 || baseline.length != candidate.length) {
      throw new IllegalArgumentException(
          "blocks do not match: " + baseline.length + " and " + candidate.length);
    }
    for (int b = 0; b < baseline.length; b++) {
      int size = baseline[b].length + candidate[b].length;
      if (baseline[b].length == 0 || candidate[b].length == 0 || size > LARGEST_BLOCK) {
        throw new IllegalArgumentException(
            "block of " + baseline[b].length + " and " + candidate[b].length + " numbers");
      }
    }
    return new BlockedRankTest(copy(baseline), copy(candidate));
  }

  /// Tests for any difference: `less` is small when the candidate's numbers are the smaller.
  public RankTest test() {
    return shifted(0);
  }

  /// Tests for a difference from `shift`: as [#test], after taking it off the candidate.
  public RankTest shifted(double shift) {
    int[] ranks = Ranks.of(pooled(shift)).doubled();
    Distribution sums = Distribution.zero();
    int sum = 0;
    int start = 0;
    for (int b = 0; b < baseline.length; b++) {
      int end = start + baseline[b].length + candidate[b].length;
      int[] block = Arrays.copyOfRange(ranks, start, end);
      sums = sums.plusOneOf(sumsOf(block, candidate[b].length));
      for (int i = baseline[b].length; i < block.length; i++) {
        sum += block[i];
      }
      start = end;
    }
    double less = sums.atMost(sum);
    double greater = sums.atLeast(sum);
    return new RankTest(sum / 2.0, less, greater, Math.min(1, 2 * Math.min(less, greater)), true);
  }

  /// The smallest two-sided p that this layout can give, whatever the numbers.
  public double smallestP() {
    double p = 2;
    for (int b = 0; b < baseline.length; b++) {
      p /= choices(baseline[b].length + candidate[b].length, candidate[b].length);
    }
    return Math.min(1, p);
  }

  /// How far the candidate lies above the baseline: the median over all blocks of all differences
  /// within a block.
  public double estimate() {
    int count = 0;
    for (int b = 0; b < baseline.length; b++) {
      count += baseline[b].length * candidate[b].length;
    }
    double[] differences = new double[count];
    for (int b = 0; b < baseline.length; b++) {
      for (double ours : candidate[b]) {
        for (double theirs : baseline[b]) {
          differences[--count] = ours - theirs;
        }
      }
    }
    return Medians.median(differences);
  }

  /// The estimate, with all the shifts that the two-sided test does not reject at 1 − confidence.
  ///
  /// The probability changes only where a shifted number passes another, so it is looked at between
  /// those places, and the ends are such places themselves. It falls away on both sides of the
  /// best-supported shift, which is what the halving relies on. The interval is widened to the
  /// estimate in the rare case that this lies outside.
  ///
  /// @param confidence in (0, 1)
  public Shift interval(double confidence) {
    double[] breaks = breaks();
    int best = first(0, breaks.length, breaks, test -> test.less() <= test.greater());
    // 1 − 0.95 is a little more than 0.05, 1 − 0.9 a little less than 0.1.
    double level = (1 - confidence) * (1 + 1e-12);
    int low = first(0, best, breaks, test -> test.twoSided() > level);
    int high = first(best, breaks.length + 1, breaks, test -> test.twoSided() <= level) - 1;
    double estimate = estimate();
    return new Shift(
        estimate,
        low == 0 ? Double.NEGATIVE_INFINITY : Math.min(estimate, breaks[low - 1]),
        high >= breaks.length ? Double.POSITIVE_INFINITY : Math.max(estimate, breaks[high]));
  }

  /// A question asked of the test at a shift.
  @FunctionalInterface
  private interface Question {
    boolean holds(RankTest test);
  }

  /// The first cell in [from, to) where the question holds, else `to`; it must hold from there on.
  /// Cell c lies between breaks c − 1 and c; cell 0 below all, the last above all.
  private int first(int from, int to, double[] breaks, Question question) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (question.holds(shifted(within(middle, breaks)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double within(int cell, double[] breaks) {
    if (cell == 0) {
      return breaks[0] - 1 - Math.abs(breaks[0]);
    }
    if (cell == breaks.length) {
      return breaks[cell - 1] + 1 + Math.abs(breaks[cell - 1]);
    }
    return breaks[cell - 1] + (breaks[cell] - breaks[cell - 1]) / 2;
  }

  /// All differences of a candidate's and a baseline's number, ascending, without repeats that
  /// differ only by rounding.
  private double[] breaks() {
    double[] ours = flat(candidate);
    double[] theirs = flat(baseline);
    double[] differences = new double[Math.multiplyExact(ours.length, theirs.length)];
    double largest = 0;
    int count = 0;
    for (double our : ours) {
      for (double their : theirs) {
        differences[count++] = our - their;
        largest = Math.max(largest, Math.max(Math.abs(our), Math.abs(their)));
      }
    }
    Arrays.sort(differences);
    int kept = 1;
    for (int i = 1; i < count; i++) {
      if (differences[i] - differences[kept - 1] > largest * 1e-13) {
        differences[kept++] = differences[i];
      }
    }
    return Arrays.copyOf(differences, kept);
  }

  /// Block after block, the baseline's numbers first.
  private double[] pooled(double shift) {
    double[] pooled = new double[size];
    int next = 0;
    for (int b = 0; b < baseline.length; b++) {
      for (double theirs : baseline[b]) {
        pooled[next++] = theirs;
      }
      for (double ours : candidate[b]) {
        pooled[next++] = ours - shift;
      }
    }
    return pooled;
  }

  /// The sums of every choice of `chosen` of these numbers.
  private static int[] sumsOf(int[] numbers, int chosen) {
    int[] sums = new int[choices(numbers.length, chosen)];
    int count = 0;
    for (int mask = (1 << chosen) - 1; mask < 1 << numbers.length; mask++) {
      if (Integer.bitCount(mask) == chosen) {
        for (int i = 0; i < numbers.length; i++) {
          sums[count] += (mask >> i & 1) * numbers[i];
        }
        count++;
      }
    }
    return sums;
  }

  private static int choices(int all, int chosen) {
    long choices = 1;
    for (int i = 1; i <= chosen; i++) {
      choices = choices * (all - chosen + i) / i;
    }
    return Math.toIntExact(choices);
  }

  private static double[] flat(double[][] parts) {
    int count = 0;
    for (double[] part : parts) {
      count += part.length;
    }
    double[] flat = new double[count];
    int next = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, flat, next, part.length);
      next += part.length;
    }
    return flat;
  }

  private static double[][] copy(double[][] parts) {
    return Arrays.stream(parts).map(double[]::clone).toArray(double[][]::new);
  }
}
