package hone.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
  void writesJsonThatMeansTheSameAndSteersNothing() {
    String text = "a\u009b31m\u202eb\u2028\ud800 \udb40\udc41 ##[add-mask]x \u200f\u00ad é🚀";
    String document = JsonMapper.shared().writeValueAsString(List.of(text, "\\##[c"));

    String shown = Printable.json(document);

    assertThat(shown)
        .contains("a\\u009b31m\\u202eb\\u2028\\ud800 \\udb40\\udc41 #\\u0023[add-mask]x", "é🚀")
        .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
    assertThat(JsonMapper.shared().readTree(shown).path(0).asString()).isEqualTo(text);
    assertThat(JsonMapper.shared().readTree(shown).path(1).asString()).isEqualTo("\\##[c");
    assertThat(Printable.json("{\n  \"a\" : 1\n}")).isEqualTo("{\n  \"a\" : 1\n}");
  }

  @Test
  void leavesWordsOfAllLanguagesAlone() {
    assertThat(Printable.of("Größe/键=値 ☕ 🚀")).isEqualTo("Größe/键=値 ☕ 🚀");
  }
}
