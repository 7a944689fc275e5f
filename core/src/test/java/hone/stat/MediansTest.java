package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MediansTest {

  @Test
  void takesTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Medians.median(new double[] {9, 1, 4})).isEqualTo(4);
    assertThat(Medians.median(new double[] {9, 1, 4, 5})).isEqualTo(4.5);
  }

  @Test
  void doesNotOverflow() {
    assertThat(Medians.median(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}))
        .isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void leavesItsArgumentAlone() {
    double[] values = {3, 1, 2};

    Medians.median(values);

    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void refusesNothingAndNaN() {
    assertThatThrownBy(() -> Medians.median(new double[0])).hasMessage("no values have no median");
    assertThatThrownBy(() -> Medians.median(new double[] {1, Double.NaN}))
        .hasMessage("NaN has no place in an order");
  }
}
