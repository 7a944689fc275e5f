package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileRanksTest {

  /// scipy 1.17.1: `quantile_test(np.arange(1, n + 1.0), q=0, p=p).confidence_interval(0.95)`, whose
  /// `nan` is an end that is not there, here 0.
  @ParameterizedTest
  @CsvSource({
    "100, 0.5, 40, 61",
    "1000, 0.99, 983, 997",
    "6000, 0.99, 5924, 5956",
    "6000, 0.999, 5989, 5999",
    "368, 0.99, 360, 368",
    "367, 0.99, 359, 0",
    "473, 0.99, 464, 473",
    "500000, 0.999, 499456, 499544",
    "20, 0.9, 15, 0",
    "1, 0.5, 0, 0"
  })
  void agreesWithScipy(long count, double quantile, long low, long high) {
    QuantileRanks ranks = QuantileRanks.of(count, quantile, 0.95);

    assertThat(ranks.low().orElse(0)).isEqualTo(low);
    assertThat(ranks.high().orElse(0)).isEqualTo(high);
  }

  /// An end is missing when even all numbers together do not tell: 0.99³⁶⁷ is 0.0250, 0.99³⁶⁸ is
  /// 0.0248.
  @Test
  void givesNoUpperEndToAHighPercentileOfFewNumbers() {
    assertThat(QuantileRanks.of(367, 0.99, 0.95).high()).isEqualTo(OptionalLong.empty());
    assertThat(QuantileRanks.of(368, 0.99, 0.95).high()).hasValue(368);
    assertThat(QuantileRanks.of(0, 0.99, 0.95))
        .isEqualTo(new QuantileRanks(OptionalLong.empty(), OptionalLong.empty()));
  }

  @Test
  void coversTheQuantileAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(20261122);
    QuantileRanks ranks = QuantileRanks.of(500, 0.9, 0.95);
    int covered = 0;
    int rounds = 4000;
    for (int round = 0; round < rounds; round++) {
      double[] numbers = random.doubles(500).sorted().toArray();
      boolean above = numbers[Math.toIntExact(ranks.low().orElseThrow()) - 1] <= 0.9;
      boolean below = numbers[Math.toIntExact(ranks.high().orElseThrow()) - 1] >= 0.9;
      covered += above && below ? 1 : 0;
    }

    assertThat(covered / (double) rounds).isCloseTo(0.957, within(0.012));
  }

  @Test
  void refusesWhatIsNoQuantile() {
    assertThatThrownBy(() -> QuantileRanks.of(10, 1, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0");
  }
}
