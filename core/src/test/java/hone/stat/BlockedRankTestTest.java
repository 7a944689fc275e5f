package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BlockedRankTestTest {

  @Test
  void agreesWithEveryCountedVector() throws IOException {
    for (JsonNode vector : Vectors.exact("rb4")) {
      BlockedRankTest blocks =
          blocks(Vectors.numbers(vector.get("y")), Vectors.numbers(vector.get("label")));

      RankTest test = blocks.test();

      String what = vector.toString();
      assertThat(test.statistic()).as(what).isEqualTo(vector.get("T").asDouble());
      assertThat(test.less()).as(what).isCloseTo(vector.get("p_less").asDouble(), within(1e-12));
      assertThat(test.greater())
          .as(what)
          .isCloseTo(vector.get("p_greater").asDouble(), within(1e-12));
      assertThat(test.twoSided())
          .as(what)
          .isCloseTo(vector.get("p_two_sided").asDouble(), within(1e-12));
      assertThat(blocks.estimate()).as(what).isEqualTo(vector.get("estimate").asDouble());
    }
  }

  /// SciPy 1.17.1, numpy 2.4.6: blocks of two and two as four samples, permuted within each block,
  /// which counts every order equally often; three blocks have 24³.
  ///
  /// ```python
  /// def t(o1, o2, n1, n2, axis):
  ///     ranks = rankdata(np.concatenate([o1, o2, n1, n2], axis=axis), axis=axis)
  ///     return ranks[..., 2 * o1.shape[axis]:].sum(axis=axis)
  /// o, n = np.array(old), np.array(new) - shift
  /// scipy.stats.permutation_test((o[:, 0], o[:, 1], n[:, 0], n[:, 1]), t, vectorized=True, batch=2000,
  ///     permutation_type='samples', n_resamples=np.inf, alternative='less')  # and 'greater'
  /// ```
  ///
  /// The last two are what equivalence within 5 % asks: both one-sided tests at ± log(1.05).
  @ParameterizedTest
  @CsvSource({
    "10 12 11 14 13 9 / 15 12 16 13 14 18,  0,    52.5, 0.9907407407407407,   0.027777777777777776",
    "10 12 11 14 13 9 / 15 12 16 13 14 18,  1,    49,   0.9490740740740741,   0.0787037037037037",
    "10 12 11 14 13 9 / 15 12 16 13 14 18,  2.5,  42,   0.6898148148148148,   0.35185185185185186",
    "1 1 2 2 1 3 / 1 2 2 2 3 3,        0,    45.5, 1,                    0.25",
    "1 1 2 2 1 3 / 1 2 2 2 3 3,        -0.5, 51,   1,                    0.004629629629629629",
    "100 104 101 99 103 102 / 98 97 99 96 95 101, 0, 24,   0.009259259259259259, 1",
    "100 104 101 99 103 102 / 98 97 99 96 95 101, -5, 44.5, 0.7962962962962963,  0.24074074074074073",
    "4.605 4.61 4.6 4.62 4.615 4.607 / 4.612 4.604 4.606 4.616 4.609 4.611, 0, 40, 0.5972222222222222,"
        + " 0.46296296296296297",
    "4.605 4.61 4.6 4.62 4.615 4.607 / 4.612 4.604 4.606 4.616 4.609 4.611, 0.04879016416943205, 21,"
        + " 0.004629629629629629, 1",
    "4.605 4.61 4.6 4.62 4.615 4.607 / 4.612 4.604 4.606 4.616 4.609 4.611, -0.04879016416943205, 57,"
        + " 1, 0.004629629629629629",
  })
  void agreesWithScipy(String sides, double shift, double sum, double less, double greater) {
    String[] both = sides.split(" / ", -1);
    RankTest test = BlockedRankTest.of(pairs(both[0]), pairs(both[1])).shifted(shift);

    assertThat(test.statistic()).isEqualTo(sum);
    assertThat(test.less()).isCloseTo(less, within(1e-12));
    assertThat(test.greater()).isCloseTo(greater, within(1e-12));
    assertThat(test.twoSided()).isCloseTo(Math.min(1, 2 * Math.min(less, greater)), within(1e-12));
  }

  /// The same command at a shift between each two of the differences new − old over all blocks, in
  /// their order: twice the smaller tail is above 0.1 from the one after 1 to the one before 6.
  @Test
  void itsIntervalIsWhatScipyDoesNotReject() {
    BlockedRankTest blocks =
        BlockedRankTest.of(pairs("10 12 11 14 13 9"), pairs("15 12 16 13 14 18"));

    assertThat(blocks.interval(0.9).low()).isEqualTo(1);
    assertThat(blocks.interval(0.9).high()).isEqualTo(6);
    // numpy 2.4.6: np.median([b - a for x, y in zip(old, new) for a in x for b in y])
    assertThat(blocks.estimate()).isEqualTo(2.5);
  }

  private static double[][] pairs(String numbers) {
    double[] all = Arrays.stream(numbers.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    double[][] pairs = new double[all.length / 2][];
    Arrays.setAll(pairs, block -> new double[] {all[2 * block], all[2 * block + 1]});
    return pairs;
  }

  @Test
  void countsBlocksOfAnyShape() {
    // By hand: 3 choices in the first block, 4 in the second; only the given one has the sum 5 + 7.
    BlockedRankTest blocks =
        BlockedRankTest.of(new double[][] {{1, 2}, {3, 4, 6}}, new double[][] {{5}, {7}});

    assertThat(blocks.test().greater()).isCloseTo(1.0 / 12, within(1e-15));
    assertThat(blocks.smallestP()).isCloseTo(2.0 / 12, within(1e-15));
  }

  @Test
  void mirrorsWhenTheSidesAreSwapped() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100; i++) {
      double[][] one = noise(random, 5);
      double[][] other = noise(random, 5);

      BlockedRankTest there = BlockedRankTest.of(one, other);
      BlockedRankTest back = BlockedRankTest.of(other, one);

      assertThat(there.test().less()).isCloseTo(back.test().greater(), within(1e-13));
      assertThat(there.estimate()).isCloseTo(-back.estimate(), within(1e-15));
      assertThat(there.interval(0.95).low()).isCloseTo(-back.interval(0.95).high(), within(1e-12));
    }
  }

  @Test
  void doesNotCareForTheUnit() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] one = noise(random, 6);
    double[][] other = noise(random, 6);
    BlockedRankTest plain = BlockedRankTest.of(each(one, Math::log), each(other, Math::log));
    BlockedRankTest scaled =
        BlockedRankTest.of(each(one, x -> Math.log(x * 1e6)), each(other, x -> Math.log(x * 1e6)));

    assertThat(scaled.test().twoSided()).isEqualTo(plain.test().twoSided());
    assertThat(scaled.interval(0.95).low()).isCloseTo(plain.interval(0.95).low(), within(1e-12));
    assertThat(scaled.interval(0.95).high()).isCloseTo(plain.interval(0.95).high(), within(1e-12));
  }

  @Test
  void doesNotCareForTheOrderOfBlocks() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] one = noise(random, 4);
    double[][] other = noise(random, 4);
    double[][] oneTurned = {one[3], one[1], one[0], one[2]};
    double[][] otherTurned = {other[3], other[1], other[0], other[2]};

    assertThat(BlockedRankTest.of(oneTurned, otherTurned).test().less())
        .isCloseTo(BlockedRankTest.of(one, other).test().less(), within(1e-14));
  }

  @Test
  void theIntervalHoldsWhatTheTestDoesNotReject() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 50; i++) {
      BlockedRankTest blocks = BlockedRankTest.of(noise(random, 6), noise(random, 6));
      Shift interval = blocks.interval(0.95);

      assertThat(blocks.shifted(interval.low() - 1e-9).twoSided()).isLessThanOrEqualTo(0.05);
      assertThat(blocks.shifted(interval.low() + 1e-9).twoSided()).isGreaterThan(0.05);
      assertThat(blocks.shifted(interval.high() - 1e-9).twoSided()).isGreaterThan(0.05);
      assertThat(blocks.shifted(interval.high() + 1e-9).twoSided()).isLessThanOrEqualTo(0.05);
    }
  }

  @Test
  void leavesTheEndsOpenWithTooFewBlocks() {
    double[][] low = {{1, 2}};
    double[][] high = {{3, 4}};

    // One block: smallest two-sided p is 2/6.
    assertThat(BlockedRankTest.of(low, high).interval(0.95).isBounded()).isFalse();
    assertThat(BlockedRankTest.of(low, high).interval(0.5)).isEqualTo(new Shift(2, 1, 3));
  }

  @Test
  void survivesNumbersThatAreAllTheSame() {
    double[][] same = {{2, 2}, {2, 2}, {2, 2}, {2, 2}};
    BlockedRankTest blocks = BlockedRankTest.of(same, same);

    assertThat(blocks.test().twoSided()).isEqualTo(1);
    assertThat(blocks.interval(0.95)).isEqualTo(new Shift(0, 0, 0));
  }

  @Test
  void coversTheTrueShiftAsOftenAsPromised() {
    SplittableRandom random = new SplittableRandom(7);
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      double[][] old = noise(random, 6);
      double[][] candidate = each(noise(random, 6), x -> x + 0.1);
      Shift interval = BlockedRankTest.of(old, candidate).interval(0.95);
      held += interval.low() <= 0.1 && 0.1 <= interval.high() ? 1 : 0;
    }

    // At least 95 %, less two and a half standard errors of 1,000 draws.
    assertThat(held).isGreaterThanOrEqualTo(933);
  }

  @Test
  void raisesNoMoreFalseAlarmsThanPromisedOnADriftingMachine() {
    SplittableRandom random = new SplittableRandom(8);
    int alarms = 0;
    int alarmsInSequence = 0;
    int experiments = 2000;
    for (int i = 0; i < experiments; i++) {
      double[] runs = drift(random, 24);
      alarms += blocksInRandomOrder(random, runs).test().twoSided() <= 0.05 ? 1 : 0;
      double[] first = Arrays.copyOfRange(runs, 0, 12);
      double[] second = Arrays.copyOfRange(runs, 12, 24);
      alarmsInSequence += MannWhitney.of(first, second).twoSided() <= 0.05 ? 1 : 0;
    }

    // 5 % and two and a half standard errors; one version after the other shows what drift does.
    assertThat(alarms).isLessThanOrEqualTo(124);
    assertThat(alarmsInSequence).isGreaterThan(400);
  }

  @Test
  void raisesNoMoreFalseAlarmsThanPromisedOnRecordedRunsOfIdenticalCode() throws IOException {
    double[] trace = Vectors.trace();
    SplittableRandom random = new SplittableRandom(9);
    int alarms = 0;
    int experiments = 0;
    for (int start = 0; start + 24 <= trace.length; start += 3) {
      double[] runs = Arrays.copyOfRange(trace, start, start + 24);
      alarms += blocksInRandomOrder(random, runs).test().twoSided() <= 0.05 ? 1 : 0;
      experiments++;
    }

    // Windows overlap, but each has its own random order, which is all the promise needs.
    assertThat((double) alarms / experiments).isLessThanOrEqualTo(0.05 + 2.5 * 0.007);
  }

  @Test
  void refusesBlocksThatAreNone() {
    assertThatThrownBy(() -> BlockedRankTest.of(new double[0][], new double[0][]))
        .hasMessage("blocks do not match: 0 and 0");
    assertThatThrownBy(() -> BlockedRankTest.of(new double[][] {{1}}, new double[][] {{}}))
        .hasMessage("block of 1 and 0 numbers");
  }

  /// Blocks of four with the given labels, 1 for the candidate.
  private static BlockedRankTest blocks(double[] values, double[] labels) {
    int count = values.length / 4;
    double[][] old = new double[count][2];
    double[][] candidate = new double[count][2];
    for (int b = 0; b < count; b++) {
      int olds = 0;
      int candidates = 0;
      for (int i = 4 * b; i < 4 * b + 4; i++) {
        if (labels[i] == 1) {
          candidate[b][candidates++] = values[i];
        } else {
          old[b][olds++] = values[i];
        }
      }
    }
    return BlockedRankTest.of(old, candidate);
  }

  private static BlockedRankTest blocksInRandomOrder(SplittableRandom random, double[] runs) {
    double[][] orders = {
      {0, 0, 1, 1}, {0, 1, 0, 1}, {0, 1, 1, 0}, {1, 0, 0, 1}, {1, 0, 1, 0}, {1, 1, 0, 0}
    };
    double[] labels = new double[runs.length];
    for (int b = 0; b < runs.length / 4; b++) {
      System.arraycopy(orders[random.nextInt(6)], 0, labels, 4 * b, 4);
    }
    return blocks(runs, labels);
  }

  /// Runs whose level wanders, with now and then a very slow one.
  private static double[] drift(SplittableRandom random, int count) {
    double[] runs = new double[count];
    double level = 0;
    for (int i = 0; i < count; i++) {
      level = 0.9 * level + 0.02 * random.nextGaussian();
      double outlier = random.nextInt(20) == 0 ? 0.3 : 0;
      runs[i] = 100 * Math.exp(level + 0.02 * random.nextGaussian() + outlier);
    }
    return runs;
  }

  private static double[][] noise(SplittableRandom random, int blocks) {
    double[][] noise = new double[blocks][2];
    for (double[] block : noise) {
      Arrays.setAll(block, i -> 1 + 0.1 * random.nextGaussian());
    }
    return noise;
  }

  private static double[][] each(double[][] blocks, DoubleUnaryOperator change) {
    return Arrays.stream(blocks)
        .map(block -> Arrays.stream(block).map(change).toArray())
        .toArray(double[][]::new);
  }
}
