package hone.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// Finds where a series of measurements shifts: one number for each of many occasions, in their
/// order.
///
/// **Null hypothesis** of each split: the segment has one level; neighbours may depend on each other,
/// as far as about five occasions. **Statistic**: the largest rank-CUSUM over all allowed splits,
/// each in proportion to its own spread. Its distribution is resampled, the choice of the best split
/// included: the numbers, less the shift at that split, are ranked, and circular blocks of five of
/// them drawn anew. A split with p at or below the level is kept, and both sides are searched in
/// turn; in the end all that were kept are corrected by Holm.
///
/// **Ties** are mid-ranked. **Unit**: that of the numbers, in the shifts alone; give logarithms to
/// get ratios. A segment of fewer than three numbers is not looked for.
///
/// **Cost**: 2,500 passes over the series for each level of the recursion. Equal series and seeds
/// give equal results.
///
/// @see <a href="https://doi.org/10.2307/2346729">Pettitt 1979, on the rank statistic</a>
/// @see <a href="https://doi.org/10.1214/aos/1176347265">Künsch 1989, on resampling blocks</a>
public final class ChangePoints {

  private static final int LEAST = 3;
  private static final int BLOCK = 5;
  private static final int RESAMPLES = 1_999;
  private static final int PLACES = 399;
  private static final double CONFIDENCE = 0.95;

  private final double[] series;
  private final double level;
  private final long seed;
  private final List<Split> splits = new ArrayList<>();

  private ChangePoints(double[] series, double level, long seed) {
    this.series = series;
    this.level = level;
    this.seed = seed;
  }

  /// A split that was kept.
  private record Split(int at, int earliest, int latest, double p) {}

  /// The change points of a series, in its order.
  ///
  /// @param level largest p of a change, before and after the correction: 0.005
  /// @param seed  decides the resamples
  /// @throws IllegalArgumentException if a number is not finite
  public static List<ChangePoint> of(double[] series, double level, long seed) {
    for (double number : series) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("no place in a series for " + number);
      }
    }
    ChangePoints search = new ChangePoints(series.clone(), level, seed);
    search.split(0, series.length);
    return search.found();
  }

  private void split(int from, int to) {
    double[] segment = Arrays.copyOfRange(series, from, to);
    if (segment.length < 2 * LEAST) {
      return;
    }
    RankCusum best = RankCusum.of(ranks(segment), LEAST);
    if (best.place() == 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed + 1_000_003L * from + to);
    double p = p(segment, best, random);
    if (p <= level) {
      int[] range = range(ranks(segment), best.place(), random);
      splits.add(new Split(from + best.place(), from + range[0], from + range[1], p));
      split(from, from + best.place());
      split(from + best.place(), to);
    }
  }

  /// The larger of two probabilities: of independent numbers in any order, which holds for the
  /// shortest segment too, and of numbers that depend on their neighbours.
  private double p(double[] segment, RankCusum best, SplittableRandom random) {
    double any = p(best, ranks(segment), 1, random);
    return any > level
        ? any
        : Math.max(any, p(best, ranks(levelled(segment, best, random)), BLOCK, random));
  }

  /// The segment without the shift at its best split, nor those that seem to be within its sides: a
  /// rise and its mending would else hide each other.
  private double[] levelled(double[] segment, RankCusum best, SplittableRandom random) {
    double[] left = flat(Arrays.copyOfRange(segment, 0, best.place()), random);
    double[] right = flat(Arrays.copyOfRange(segment, best.place(), segment.length), random);
    double shift = PairDifferences.of(left, right).median();
    return DoubleStream.concat(
            Arrays.stream(left), Arrays.stream(right).map(number -> number - shift))
        .toArray();
  }

  private double[] flat(double[] side, SplittableRandom random) {
    RankCusum best = RankCusum.of(ranks(side), LEAST);
    return best.place() > 0 && p(best, ranks(side), 1, random) <= level
        ? levelled(side, best, random)
        : side;
  }

  /// Share of resamples as far out as the best split; 1 as soon as it is known to be above the level.
  ///
  /// @param block how many neighbours stay together; 1 deals all scores out, each once
  private double p(RankCusum best, double[] scores, int block, SplittableRandom random) {
    double[] drawn = scores.clone();
    int asLarge = 1;
    for (int i = 0; i < RESAMPLES; i++) {
      if (block == 1) {
        shuffle(drawn, random);
      } else {
        draw(scores, 0, scores.length, drawn, random);
      }
      if (RankCusum.of(drawn, LEAST).statistic() >= best.statistic() * (1 - 1e-12)) {
        asLarge++;
      }
      if (asLarge > level * (RESAMPLES + 1)) {
        return 1;
      }
    }
    return asLarge / (RESAMPLES + 1.0);
  }

  private static void shuffle(double[] scores, SplittableRandom random) {
    for (int i = scores.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double kept = scores[i];
      scores[i] = scores[other];
      scores[other] = kept;
    }
  }

  /// Where the best split falls when both sides are drawn anew.
  private static int[] range(double[] scores, int place, SplittableRandom random) {
    int[] places = new int[PLACES];
    double[] drawn = new double[scores.length];
    for (int i = 0; i < PLACES; i++) {
      draw(scores, 0, place, drawn, random);
      draw(scores, place, scores.length, drawn, random);
      places[i] = RankCusum.of(drawn, LEAST).place();
    }
    Arrays.sort(places);
    int outside = (int) ((1 - CONFIDENCE) / 2 * (PLACES + 1));
    return new int[] {
      Math.min(place, places[outside - 1]), Math.max(place, places[PLACES - outside])
    };
  }

  /// Fills [from, to) with circular blocks of the scores there.
  private static void draw(
      double[] scores, int from, int to, double[] drawn, SplittableRandom random) {
    int count = to - from;
    for (int i = 0; i < count; ) {
      int start = random.nextInt(count);
      for (int j = 0; j < BLOCK && i < count; j++) {
        drawn[from + i++] = scores[from + (start + j) % count];
      }
    }
  }

  private static double[] ranks(double[] values) {
    return Arrays.stream(Ranks.of(values).doubled()).asDoubleStream().toArray();
  }

  private List<ChangePoint> found() {
    double[] adjusted = Corrections.holm(splits.stream().mapToDouble(Split::p).toArray());
    List<Split> kept = new ArrayList<>();
    double[] corrected = new double[series.length];
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= level) {
        kept.add(splits.get(i));
        corrected[splits.get(i).at()] = adjusted[i];
      }
    }
    kept.sort(Comparator.comparingInt(Split::at));
    List<ChangePoint> found = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Split split = kept.get(i);
      int from = i == 0 ? 0 : kept.get(i - 1).at();
      int to = i + 1 == kept.size() ? series.length : kept.get(i + 1).at();
      Shift shift =
          MannWhitney.shift(
              Arrays.copyOfRange(series, from, split.at()),
              Arrays.copyOfRange(series, split.at(), to),
              CONFIDENCE);
      found.add(
          new ChangePoint(
              split.at(),
              split.earliest(),
              split.latest(),
              shift,
              split.p(),
              corrected[split.at()]));
    }
    return found;
  }
}
