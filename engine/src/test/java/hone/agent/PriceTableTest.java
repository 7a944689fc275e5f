package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.service.Defaults;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PriceTableTest {

  @Test
  void namesTheSourceOfEveryPrice() {
    assertThat(PriceTable.bundled().prices().values())
        .isNotEmpty()
        .allSatisfy(price -> {
          assertThat(price.source()).isNotBlank();
          assertThat(price.date()).isNotNull();
          assertThat(price.cachedInput()).isLessThanOrEqualTo(price.input());
          assertThat(price.input()).isLessThan(price.output());
        });
  }

  @Test
  void knowsTheModelsThatAreAskedByDefault() {
    assertThat(PriceTable.bundled().prices())
        .containsKeys(Defaults.MODELS.values().toArray(String[]::new));
  }

  @Test
  void knowsNoPriceOfAModelThatItDoesNotName() {
    assertThat(PriceTable.bundled().of("gpt-5.5-2026-04-23")).isEmpty();
    assertThat(PriceTable.bundled().of("gpt-5.5"))
        .hasValueSatisfying(
            price -> assertThat(price.output()).isEqualByComparingTo(new BigDecimal("30")));
  }

  @Test
  void refusesALineThatIsNoPrice() {
    assertThatThrownBy(() -> PriceTable.read("prices", "# a\nm\t1\t1\t1\tUSD\t2026-11-22"))
        .isInstanceOf(FormatException.class)
        .hasMessage("prices: line 2: seven columns, a model once");
    assertThatThrownBy(() -> PriceTable.read("prices", "m\t1\tx\t1\tUSD\t2026-11-22\tpage"))
        .isInstanceOf(FormatException.class)
        .hasMessage("prices: line 1: no price or no date");
  }
}
