package hone.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void showsWhatATerminalWouldObey() {
    assertThat(Printable.of("a\u001b[2J\r\nb\u202e\ud800"))
        .isEqualTo("a\\u001b[2J\\u000d\\u000ab\\u202e\\ud800");
  }

  @Test
  void leavesWordsOfAllLanguagesAlone() {
    assertThat(Printable.of("Größe/键=値 ☕ 🚀")).isEqualTo("Größe/键=値 ☕ 🚀");
  }
}
