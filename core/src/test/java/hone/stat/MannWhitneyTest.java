package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MannWhitneyTest {

  @Test
  void agreesWithEveryCountedVector() throws IOException {
    for (JsonNode vector : Vectors.exact("mwu")) {
      RankTest test =
          MannWhitney.of(Vectors.numbers(vector.get("x")), Vectors.numbers(vector.get("y")));

      String what = vector.toString();
      assertThat(test.statistic()).as(what).isEqualTo(vector.get("U1").asDouble());
      assertThat(test.less()).as(what).isCloseTo(vector.get("p_less").asDouble(), within(1e-12));
      assertThat(test.greater())
          .as(what)
          .isCloseTo(vector.get("p_greater").asDouble(), within(1e-12));
      assertThat(test.twoSided())
          .as(what)
          .isCloseTo(vector.get("p_two_sided").asDouble(), within(1e-12));
    }
  }

  @Test
  void agreesWithEveryVectorOnTheShift() throws IOException {
    for (JsonNode vector : Vectors.exact("mwu")) {
      double[] x = Vectors.numbers(vector.get("x"));
      double[] y = Vectors.numbers(vector.get("y"));

      assertThat(MannWhitney.shift(x, y, 0.95).estimate())
          .isEqualTo(vector.get("hl_shift_y_minus_x").asDouble());
    }
  }

  @Test
  void countsTiesWhereTheApproximationIsOff() {
    // By hand: of the 35 choices of 3 from {0,1,1,1,1,1,1}, 15 hold the zero; 15/35 = 3/7.
    RankTest test = MannWhitney.of(new double[] {1, 1, 1, 1}, new double[] {0, 1, 1});

    assertThat(test.twoSided()).isCloseTo(3.0 / 7, within(1e-15));
  }

  /// SciPy 1.17.1: x = [(i * 37) % 211 for i in range(n)], y = [(i * 53 + 7) % 197 + 0.5 for i in
  /// range(m)]; mannwhitneyu(x, y, method='exact', alternative='less' | 'greater' | 'two-sided').
  @ParameterizedTest
  @CsvSource({
    "30, 30, 450.0 0.5029267439118498 0.5029267439118498 1.0",
    "50, 50, 1248.0 0.4958933773847189 0.5068441580775871 0.9917867547694378",
    "7, 40, 112.0 0.2097530065231869 0.7986850655284905 0.4195060130463738",
  })
  void countsWhatScipyCountsWithoutTies(int countX, int countY, String expected) {
    double[] x = IntStream.range(0, countX).mapToDouble(i -> i * 37 % 211).toArray();
    double[] y = IntStream.range(0, countY).mapToDouble(i -> (i * 53 + 7) % 197 + 0.5).toArray();

    is(MannWhitney.of(x, y), expected);
  }

  /// SciPy 1.17.1 on r = rankdata(x + y), v // 65536 % mod with v = (1103515245 v + 12345) % 2^31:
  /// permutation_test((r[:n], r[n:]), statistic, alternative=…, n_resamples=inf) of sum(a), and of
  /// abs(sum(a) - n (n + m + 1) / 2) with alternative='greater'.
  @ParameterizedTest
  @CsvSource({
    "12, 9, 6, 4, 88.0 0.9954308849045691 0.0048548974245668675 0.01059776137175518",
    "8, 13, 4, 5, 36.5 0.11071797139908596 0.9064818910020148 0.253624256720232",
    "10, 10, 5, 6, 33.0 0.11031306155145164 0.9163166554807421 0.22062612310290328",
  })
  void countsWhatScipysPermutationsCountWithTies(
      int countX, int countY, int mod, long seed, String expected) {
    double[] x = recorded(seed, countX, mod);
    double[] y = recorded(seed + 100, countY, mod);

    is(MannWhitney.of(x, y), expected);
  }

  @Test
  void countsForAFamilyWhatItCountsForOne() {
    MannWhitney.Family family = new MannWhitney.Family();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double[] x = random.doubles(2 + i % 5).toArray();
      double[] y = i % 2 == 0 ? whole(random, 2 + i % 7) : random.doubles(2 + i % 7).toArray();

      assertThat(family.of(x, y)).isEqualTo(MannWhitney.of(x, y));
      assertThat(family.shift(x, y, 0.9)).isEqualTo(MannWhitney.shift(x, y, 0.9));
    }
  }

  /// @param expected U, less, greater, twoSided
  private static void is(RankTest test, String expected) {
    double[] numbers = Arrays.stream(expected.split(" ")).mapToDouble(Double::valueOf).toArray();
    assertThat(test.statistic()).isEqualTo(numbers[0]);
    assertThat(test.less()).isCloseTo(numbers[1], within(1e-13));
    assertThat(test.greater()).isCloseTo(numbers[2], within(1e-13));
    assertThat(test.twoSided()).isCloseTo(numbers[3], within(1e-13));
  }

  private static double[] recorded(long seed, int count, int mod) {
    double[] numbers = new double[count];
    long value = seed;
    for (int i = 0; i < count; i++) {
      value = (value * 1_103_515_245L + 12_345) % 2_147_483_648L;
      numbers[i] = value / 65_536 % mod;
    }
    return numbers;
  }

  @Test
  void takesTheNormalApproximationOfScipyWhereCountingWouldTakeTooLong() {
    double[] x = IntStream.range(0, 150).map(i -> i * 37 % 101 / 4).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 150).map(i -> i * 53 % 97 / 4 + 2).asDoubleStream().toArray();

    RankTest test = MannWhitney.of(x, y);

    assertThat(test.exact()).isFalse();
    // SciPy 1.17.1: x = [(i*37%101)//4 for i in range(150)], y = [(i*53%97)//4+2 ...];
    // mannwhitneyu(x, y, method='asymptotic', alternative='two-sided' | 'greater' | 'less')
    assertThat(test.statistic()).isEqualTo(10052.0);
    assertThat(test.twoSided()).isCloseTo(0.1106454537331776, within(1e-13));
    assertThat(test.greater()).isCloseTo(0.9448259967968817, within(1e-13));
    assertThat(test.less()).isCloseTo(0.0553227268665888, within(1e-13));
  }

  @Test
  void mirrorsWhenTheSidesAreSwapped() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double[] x = whole(random, 1 + random.nextInt(9));
      double[] y = whole(random, 1 + random.nextInt(9));

      RankTest there = MannWhitney.of(x, y);
      RankTest back = MannWhitney.of(y, x);

      assertThat(there.less()).isCloseTo(back.greater(), within(1e-13));
      assertThat(there.twoSided()).isCloseTo(back.twoSided(), within(1e-13));
      assertThat(there.statistic() + back.statistic()).isEqualTo(x.length * y.length);
    }
  }

  @Test
  void dependsOnTheOrderOfTheNumbersAlone() {
    double[] x = {1, 3, 3, 8};
    double[] y = {2, 3, 9, 12, 13};

    RankTest cubed =
        MannWhitney.of(
            Arrays.stream(x).map(each -> each * each * each).toArray(),
            Arrays.stream(y).map(each -> each * each * each).toArray());

    assertThat(cubed).isEqualTo(MannWhitney.of(x, y));
  }

  @Test
  void tellsTheTwoZerosNotApart() {
    assertThat(MannWhitney.of(new double[] {0.0, 1}, new double[] {-0.0, 1}).statistic())
        .isEqualTo(2);
  }

  @Test
  void holdsTheShiftAsOftenAsPromised() {
    SplittableRandom random = new SplittableRandom(2);
    int held = 0;
    for (int i = 0; i < 2000; i++) {
      double[] x = random.doubles(7).map(each -> -Math.log(1 - each)).toArray();
      double[] y = random.doubles(8).map(each -> 0.5 - Math.log(1 - each)).toArray();
      Shift shift = MannWhitney.shift(x, y, 0.95);
      held += shift.low() <= 0.5 && 0.5 <= shift.high() ? 1 : 0;
    }

    assertThat(held).isBetween(1900, 1960);
  }

  @Test
  void leavesTheEndsOpenWithTooFewNumbers() {
    // 3 and 3: smallest two-sided p is 2 / C(6,3) = 0.1.
    Shift shift = MannWhitney.shift(new double[] {1, 2, 3}, new double[] {7, 8, 9}, 0.95);

    assertThat(shift.isBounded()).isFalse();
    assertThat(shift.estimate()).isEqualTo(6);
    assertThat(MannWhitney.shift(new double[] {1, 2, 3}, new double[] {7, 8, 9}, 0.9))
        .isEqualTo(new Shift(6, 4, 8));
  }

  @Test
  void refusesNothingAndWhatHasNoOrder() {
    assertThatThrownBy(() -> MannWhitney.of(new double[0], new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MannWhitney.of(new double[] {Double.NaN}, new double[] {1}))
        .hasMessage("NaN has no rank");
  }

  private static double[] whole(SplittableRandom random, int count) {
    return random.doubles(count).map(each -> Math.floor(each * 6)).toArray();
  }
}
