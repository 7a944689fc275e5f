package hone.stat;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Which of many things that were measured together differ between two sets of measurements?
///
/// **Null hypothesis**: of the things that do not differ, every split of the measurements into sets
/// of these sizes is equally likely, whatever those things have in common. That needs measurements
/// that were taken in turns, or under circumstances that did not change.
///
/// **Statistic** of a thing: the difference of its means ÷ (its own standard error + the median of
/// the standard errors of all, taken as if nothing differed). The second keeps a thing that was
/// quiet by chance from leading. **Adjusted p**: the share of splits in which the largest statistic
/// of any thing is as large as this one's; it bounds the chance of even one false alarm in the whole
/// family. **Ties** are counted in place.
///
/// **Cost**: splits × things × measurements of one side; all splits up to 50,000 (9 a side), 20,000
/// drawn from a seed beyond, with which the test keeps its level all the same.
///
/// **Unit**: none for the test; shifts are in the unit of the numbers. Numbers whose noise grows with
/// them, such as counts, want their square roots.
///
/// @see <a href="https://doi.org/10.1002/bimj.200900299">Goeman and Solari 2010, on the max-T method
///     of Westfall and Young</a>
public final class FamilyTest {

  /// Sums of the same numbers in another order differ by this much at most.
  private static final double ROUNDING = 1e-9;

  private final double[][] centred;
  private final double[] squares;
  private final double typicalError;
  private final int countX;
  private final int countY;
  private final long seed;
  private final double[] observed;
  private final double[] largest;

  private FamilyTest(double[][] x, double[][] y, long seed) {
    this.countX = x[0].length;
    this.countY = y[0].length;
    this.seed = seed;
    this.centred = centred(x, y);
    this.squares = new double[x.length];
    for (int thing = 0; thing < x.length; thing++) {
      for (double number : centred[thing]) {
        squares[thing] += number * number;
      }
    }
    this.typicalError = typicalError();
    this.observed = new double[x.length];
    this.largest = new double[splits().visited()];
    visit();
  }

  /// Tests `y` against `x`.
  ///
  /// @param x numbers of each thing, as many of one as of another, at least 1
  /// @param y the same things, at least 1 number each; 3 or more on both sides together
  /// @throws IllegalArgumentException if there is nothing to test, or a NaN
  public static FamilyTest of(double[][] x, double[][] y, long seed) {
    if (x.length == 0 || x.length != y.length) {
      throw new IllegalArgumentException("things do not match: " + x.length + ", " + y.length);
    }
    for (int thing = 0; thing < x.length; thing++) {
      if (x[thing].length != x[0].length || y[thing].length != y[0].length) {
        throw new IllegalArgumentException("not as many numbers of thing " + thing);
      }
    }
    if (x[0].length == 0 || y[0].length == 0 || x[0].length + y[0].length < 3) {
      throw new IllegalArgumentException("too few numbers: " + x[0].length + " and " + y[0].length);
    }
    return new FamilyTest(x, y, seed);
  }

  /// The least p that a two-sided test on ranks of so many numbers can come to.
  public static double leastP(int countX, int countY) {
    return Math.min(1, 2.0 / Splits.count(countX + countY, countX));
  }

  /// How many numbers a side it takes for a p of this level to be possible at all.
  ///
  /// @param level in (0, 1)
  public static int needed(double level) {
    int count = 1;
    while (leastP(count, count) > level) {
      count++;
    }
    return count;
  }

  /// Adjusted p of a thing, in its place of the arrays.
  public double p(int thing) {
    return (double) atLeast(observed[thing]) / largest.length;
  }

  /// Whether every split was counted.
  public boolean isExact() {
    return splits().counted();
  }

  /// How many splits were counted.
  public int splitCount() {
    return largest.length;
  }

  /// The smallest shift of a thing, in either direction, that as many measurements of this noise
  /// would show at this level with this probability; empty where there are too few for any.
  ///
  /// The noise is taken as normal.
  ///
  /// @param level of the whole family, in (0, 1)
  /// @param power in [0.5, 1)
  public OptionalDouble detectable(int thing, double level, double power) {
    int allowed = (int) Math.floor(level * largest.length * (1 + ROUNDING));
    if (allowed == 0) {
      return OptionalDouble.empty();
    }
    double critical = largest[largest.length - allowed];
    double margin = Normal.upperQuantile(1 - power);
    double own = error(thing, sumOfLast(thing));
    // The standard error is itself estimated, of few numbers: it too has to turn out well enough.
    double turned = 1 + margin / Math.sqrt(2.0 * (countX + countY - 2));
    return OptionalDouble.of(critical * (turned * own + typicalError) + margin * own);
  }

  private static double[][] centred(double[][] x, double[][] y) {
    double[][] centred = new double[x.length][];
    for (int thing = 0; thing < x.length; thing++) {
      double[] pooled = Arrays.copyOf(x[thing], x[thing].length + y[thing].length);
      System.arraycopy(y[thing], 0, pooled, x[thing].length, y[thing].length);
      double mean = Arrays.stream(pooled).average().orElseThrow();
      if (Double.isNaN(mean)) {
        throw new IllegalArgumentException("NaN cannot be compared");
      }
      centred[thing] = Arrays.stream(pooled).map(number -> number - mean).toArray();
    }
    return centred;
  }

  /// The same whichever way the numbers are split, so that the test stays exact.
  private double typicalError() {
    double[] errors = new double[squares.length];
    for (int thing = 0; thing < errors.length; thing++) {
      errors[thing] = Math.sqrt(squares[thing] / (countX + countY - 1) * inverseCounts());
    }
    return Medians.median(errors);
  }

  private double inverseCounts() {
    return 1.0 / countX + 1.0 / countY;
  }

  private Splits splits() {
    return new Splits(countX + countY, countY, seed);
  }

  private void visit() {
    int[] next = {0};
    splits()
        .forEach(choice -> {
          double most = 0;
          for (int thing = 0; thing < centred.length; thing++) {
            double sum = 0;
            for (int number : choice) {
              sum += centred[thing][number];
            }
            double statistic = statistic(thing, sum);
            if (next[0] == 0) {
              observed[thing] = statistic;
            }
            most = Math.max(most, statistic);
          }
          largest[next[0]++] = most;
        });
    Arrays.sort(largest);
  }

  /// @param sum of the centred numbers on the side of `y`
  private double statistic(int thing, double sum) {
    double difference = Math.abs(sum * inverseCounts());
    double error = error(thing, sum) + typicalError;
    return difference <= ROUNDING * error ? 0 : difference / error;
  }

  private double error(int thing, double sum) {
    double between = sum * sum * inverseCounts();
    double within = Math.max(0, squares[thing] - between);
    return Math.sqrt(within / (countX + countY - 2) * inverseCounts());
  }

  private double sumOfLast(int thing) {
    double sum = 0;
    for (int number = countX; number < countX + countY; number++) {
      sum += centred[thing][number];
    }
    return sum;
  }

  private int atLeast(double statistic) {
    double limit = statistic * (1 - ROUNDING);
    int low = 0;
    int high = largest.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (largest[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return largest.length - low;
  }
}
