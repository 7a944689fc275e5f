package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {

  @Test
  void boundsSharesAsWilsonDid() {
    // SciPy 1.16.3: binomtest(10, 100).proportion_ci(method='wilson').low
    assertThat(Wilson.lower(0.10, 100)).isCloseTo(0.05522913706067508, within(1e-15));
    assertThat(Wilson.lower(0, 0)).isZero();
    assertThat(Wilson.lower(0, 10)).isZero();
  }
}
