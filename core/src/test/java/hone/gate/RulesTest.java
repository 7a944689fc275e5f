package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void refusesSharesThatAreNone() {
    assertThat(Rules.defaults()).isEqualTo(new Rules(0.05, 0.05));
    assertThatThrownBy(() -> new Rules(5, 0.05)).hasMessage("threshold is not in (0, 1): 5.0");
    assertThatThrownBy(() -> new Rules(0.05, 0)).hasMessage("significance is not in (0, 1): 0.0");
  }
}
