package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectableTest {

  @Test
  void isFoundAboutAsOftenAsPromised() {
    SplittableRandom random = new SplittableRandom(11);
    double promised = 0;
    int experiments = 150;
    for (int i = 0; i < experiments; i++) {
      Shift interval = experiment(random, 0).interval(0.95);
      promised += Detectable.shift(interval, 0.05, 0.8).orElseThrow() / experiments;
    }

    int found = 0;
    for (int i = 0; i < 500; i++) {
      found += experiment(random, promised).test().twoSided() <= 0.05 ? 1 : 0;
    }

    // 80 %, give or take what three significant digits of a mean width are worth.
    assertThat(found).isBetween(370, 450);
  }

  @Test
  void isNothingWhereNothingCouldBeFound() {
    assertThat(Detectable.shift(new Shift(0, Double.NEGATIVE_INFINITY, 1), 0.05, 0.8)).isEmpty();
  }

  private static BlockedRankTest experiment(SplittableRandom random, double shift) {
    double[][] old = new double[6][2];
    double[][] candidate = new double[6][2];
    for (int b = 0; b < 6; b++) {
      for (int i = 0; i < 2; i++) {
        old[b][i] = random.nextGaussian();
        candidate[b][i] = random.nextGaussian() + shift;
      }
    }
    return BlockedRankTest.of(old, candidate);
  }
}
