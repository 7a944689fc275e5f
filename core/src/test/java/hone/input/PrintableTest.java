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
  void showsWhatARunnerOfCiWouldObey() {
    assertThat(Printable.of("a ##[add-mask]b ##vso[task]c"))
        .isEqualTo("a #\\u0023[add-mask]b #\\u0023vso[task]c");
    assertThat(Printable.line("  ::error::a::b")).isEqualTo("  \\u003a:error::a::b");
  }

  @Test
  void leavesWordsOfAllLanguagesAlone() {
    assertThat(Printable.of("Größe/键=値 ☕ 🚀")).isEqualTo("Größe/键=値 ☕ 🚀");
  }
}
