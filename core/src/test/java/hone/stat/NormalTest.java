package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class NormalTest {

  @Test
  void agreesWithScipyFromTheMiddleToTheFarTail() {
    // SciPy 1.17.1: scipy.stats.norm.sf(z)
    assertThat(Normal.upperTail(-4)).isCloseTo(0.9999683287581669, withinPercentage(1e-10));
    assertThat(Normal.upperTail(-1)).isCloseTo(0.8413447460685429, withinPercentage(1e-10));
    assertThat(Normal.upperTail(0)).isCloseTo(0.5, withinPercentage(1e-10));
    assertThat(Normal.upperTail(0.5)).isCloseTo(0.3085375387259869, withinPercentage(1e-10));
    assertThat(Normal.upperTail(1.96)).isCloseTo(0.024997895148220435, withinPercentage(1e-10));
    assertThat(Normal.upperTail(2.999)).isCloseTo(0.0013543365337271057, withinPercentage(1e-10));
    assertThat(Normal.upperTail(3.001)).isCloseTo(0.0013454728250849653, withinPercentage(1e-10));
    assertThat(Normal.upperTail(5)).isCloseTo(2.866515718791933e-07, withinPercentage(1e-10));
    assertThat(Normal.upperTail(8)).isCloseTo(6.22096057427174e-16, withinPercentage(1e-10));
    assertThat(Normal.upperTail(37)).isCloseTo(5.7255712225239266e-300, withinPercentage(1e-10));
  }

  @Test
  void quantilesAreThoseOfScipy() {
    // SciPy 1.17.1: scipy.stats.norm.isf(p)
    assertThat(Normal.upperQuantile(1e-10)).isCloseTo(6.361340902404056, within(1e-12));
    assertThat(Normal.upperQuantile(0.0079)).isCloseTo(2.4135029495884783, within(1e-12));
    assertThat(Normal.upperQuantile(0.025)).isCloseTo(1.9599639845400545, within(1e-12));
    assertThat(Normal.upperQuantile(0.2)).isCloseTo(0.8416212335729142, within(1e-12));
  }

  @Test
  void quantilesAndTailsUndoEachOther() {
    for (double p : new double[] {1e-12, 0.0079, 0.025, 0.2, 0.5, 0.8, 0.999}) {
      assertThat(Normal.upperTail(Normal.upperQuantile(p))).isCloseTo(p, withinPercentage(1e-9));
    }
    assertThat(Normal.upperQuantile(0.5)).isCloseTo(0, within(1e-12));
  }

  @Test
  void refusesCertainty() {
    assertThatThrownBy(() -> Normal.upperQuantile(0))
        .hasMessage("probability is not in (0, 1): 0.0");
  }
}
