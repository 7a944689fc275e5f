package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePointsTest {

  private static final double LEVEL = 0.005;

  /// x = [100 + v // 65536 % 10, and step from place `at` on] with v = (1103515245 v + 12345) % 2^31.
  /// Place: ruptures 1.1.10, `Binseg(model="rank", min_size=3, jump=1).fit(x).predict(n_bkps=1)[0]`.
  /// Statistic: SciPy 1.17.1, `norm.isf(p / 2)` of `mannwhitneyu(x[:place], x[place:],
  /// use_continuity=False, method='asymptotic')`.
  @ParameterizedTest
  @CsvSource({
    "1 20 8 12, 12, 3.480997980288916",
    "2 30 5 7, 12, 2.2384952489256866",
    "3 40 3 33, 27, 2.9024971954472236",
    "4 25 0 0, 12, 1.2406537179718202",
    "5 24 6 12, 13, 4.040000469783253",
  })
  void splitsWhereRupturesDoesAndByScipysDistance(String made, int place, double statistic) {
    double[] ranks = Arrays.stream(Ranks.of(recorded(made)).doubled()).asDoubleStream().toArray();

    RankCusum best = RankCusum.of(ranks, 3);

    assertThat(best.place()).isEqualTo(place);
    assertThat(best.statistic()).isCloseTo(statistic, within(1e-12));
  }

  @Test
  void findsAStepWithItsSizeAndPlace() {
    double[] series = noise(new SplittableRandom(1), 40);
    for (int i = 25; i < 40; i++) {
      series[i] += 6;
    }

    List<ChangePoint> found = ChangePoints.of(series, LEVEL, 1);

    assertThat(found).hasSize(1);
    ChangePoint change = found.getFirst();
    assertThat(change.at()).isEqualTo(25);
    assertThat(change.earliest()).isBetween(23, 25);
    assertThat(change.latest()).isBetween(25, 27);
    assertThat(change.shift())
        .isEqualTo(
            MannWhitney.shift(Arrays.copyOf(series, 25), Arrays.copyOfRange(series, 25, 40), 0.95));
  }

  @Test
  void findsSeveralInTheirOrderEachAgainstItsNeighbours() {
    double[] series = noise(new SplittableRandom(2), 90);
    for (int i = 30; i < 60; i++) {
      series[i] += 8;
    }

    List<ChangePoint> found = ChangePoints.of(series, LEVEL, 1);

    assertThat(found).extracting(ChangePoint::at).containsExactly(30, 60);
    assertThat(found.getFirst().shift().estimate()).isCloseTo(8, within(1.0));
    assertThat(found.getLast().shift().estimate()).isCloseTo(-8, within(1.0));
    assertThat(found).allMatch(change -> change.adjustedP() >= change.p());
  }

  @Test
  void movesAndScalesWithTheNumbers() {
    double[] series = noise(new SplittableRandom(3), 40);
    for (int i = 20; i < 40; i++) {
      series[i] += 5;
    }
    double[] other = Arrays.stream(series).map(number -> 100 + 4 * number).toArray();

    ChangePoint one = ChangePoints.of(series, LEVEL, 1).getFirst();
    ChangePoint two = ChangePoints.of(other, LEVEL, 1).getFirst();

    assertThat(two.at()).isEqualTo(one.at());
    assertThat(two.p()).isEqualTo(one.p());
    assertThat(two.shift().estimate()).isCloseTo(4 * one.shift().estimate(), within(1e-9));
  }

  @Test
  void findsTheSameFromTheOtherEnd() {
    double[] series = noise(new SplittableRandom(4), 40);
    for (int i = 14; i < 40; i++) {
      series[i] += 7;
    }
    double[] back = IntStream.range(0, 40).mapToDouble(i -> series[39 - i]).toArray();

    ChangePoint there = ChangePoints.of(series, LEVEL, 1).getFirst();
    ChangePoint here = ChangePoints.of(back, LEVEL, 1).getFirst();

    assertThat(here.at()).isEqualTo(40 - there.at());
    assertThat(here.shift().estimate()).isCloseTo(-there.shift().estimate(), within(1e-12));
  }

  @Test
  void givesTheSameForTheSameSeed() {
    double[] series = noise(new SplittableRandom(5), 60);
    series[30] = 100;
    for (int i = 40; i < 60; i++) {
      series[i] += 2;
    }

    assertThat(ChangePoints.of(series, LEVEL, 9)).isEqualTo(ChangePoints.of(series, LEVEL, 9));
  }

  @Test
  void isNotMovedByOneOutlierHoweverLarge() {
    double[] series = noise(new SplittableRandom(6), 40);
    series[20] = 1e9;

    assertThat(ChangePoints.of(series, LEVEL, 1)).isEmpty();
  }

  @Test
  void findsNothingWhereNothingCanBeShown() {
    assertThat(ChangePoints.of(new double[0], LEVEL, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[] {1, 1, 1, 9, 9}, LEVEL, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[50], LEVEL, 1)).isEmpty();
    // Five and five: 2 of 252 orders are as extreme, more than 0.005.
    assertThat(ChangePoints.of(new double[] {1, 2, 3, 4, 5, 11, 12, 13, 14, 15}, LEVEL, 1))
        .isEmpty();
  }

  @Test
  void refusesWhatHasNoPlace() {
    assertThatThrownBy(() -> ChangePoints.of(new double[] {1, Double.NaN}, LEVEL, 1))
        .hasMessage("no place in a series for NaN");
  }

  /// @param made seed, count, step and its place
  private static double[] recorded(String made) {
    long[] words = Arrays.stream(made.split(" ")).mapToLong(Long::parseLong).toArray();
    long seed = words[0];
    int count = (int) words[1];
    double step = words[2];
    long at = words[3];
    double[] series = new double[count];
    long value = seed;
    for (int i = 0; i < count; i++) {
      value = (value * 1_103_515_245L + 12_345) % 2_147_483_648L;
      series[i] = 100 + value / 65_536 % 10 + (i >= at ? step : 0);
    }
    return series;
  }

  private static double[] noise(SplittableRandom random, int count) {
    return random.doubles(count).map(each -> Math.log(each / (1 - each)) / 2).toArray();
  }
}
