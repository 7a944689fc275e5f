package hone.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void givesWholeNumbersInTurnAndBeginsAgain() {
    Template template = Template.of("/orders/${n:3..5}");

    assertThat(template.text(0)).isEqualTo("/orders/3");
    assertThat(template.text(1)).isEqualTo("/orders/4");
    assertThat(template.text(2)).isEqualTo("/orders/5");
    assertThat(template.text(3)).isEqualTo("/orders/3");
  }

  @Test
  void leavesOtherReferencesAlone() {
    Template template = Template.of("http://x:${PORT}/${a:0..1}/${b:-2..-2}");

    assertThat(template.text(5)).isEqualTo("http://x:${PORT}/1/-2");
    assertThat(template).hasToString("http://x:${PORT}/${a:0..1}/${b:-2..-2}");
  }
}
