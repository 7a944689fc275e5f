package hone.gate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlockTest {

  @Test
  void refusesWhatNoRunCanHaveGiven() {
    assertThatThrownBy(() -> Block.of(new double[] {1}, new double[] {Double.NaN}))
        .hasMessage("impossible measurement: NaN");
    assertThatThrownBy(() -> Block.of(new double[] {-1}, new double[] {1}))
        .hasMessage("impossible measurement: -1.0");
    assertThatThrownBy(() -> Block.of(new double[0], new double[] {1}))
        .hasMessage("a block needs runs of both: 0 and 1");
  }
}
