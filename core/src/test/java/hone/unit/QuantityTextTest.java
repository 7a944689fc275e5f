package hone.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuantityTextTest {

  @Test
  void readsTimesAndSizesAsPeopleWriteThem() {
    assertThat(QuantityText.read("200ms")).contains(new Quantity(2e8, Unit.NANOSECONDS));
    assertThat(QuantityText.read("30 seconds")).contains(new Quantity(3e10, Unit.NANOSECONDS));
    assertThat(QuantityText.read("1.5h")).contains(new Quantity(5.4e12, Unit.NANOSECONDS));
    assertThat(QuantityText.read("10MB")).contains(new Quantity(1e7, Unit.BYTES));
    assertThat(QuantityText.read("64 KiB")).contains(new Quantity(65_536, Unit.BYTES));
  }

  @Test
  void readsNothingElse() {
    for (String text : new String[] {"", "30", "ms", "-5ms", "3 parsecs", "1e3 ms", "5 ms 6"}) {
      assertThat(QuantityText.read(text)).isEqualTo(Optional.empty());
    }
  }
}
