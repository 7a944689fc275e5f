package hone.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Source;
import hone.service.AcceptanceFile;
import java.io.IOException;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Encode/format=json-8",
        "a: b # c",
        "'x' \"y\" \\u001b",
        "a\nb",
        "\u001b[2J",
        "\u009b31m",
        "\u202eabc\u2066",
        "##[add-mask]x",
        "☕ 🚀",
        "- [x]",
      })
  void whatIsOfferedIsReadBackAsTheVeryName(String name) throws IOException {
    String entry =
        Acknowledgement.of(
            new Row(
                name,
                name,
                "regressed",
                OptionalDouble.of(0.183),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                ""));
    String filled = entry.replace("YYYY-MM-DD", "2027-01-31");

    assertThat(entry).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\n]]");
    assertThat(AcceptanceFile.read(Source.of("hone-accepted.yaml", filled.getBytes(UTF_8))))
        .singleElement()
        .satisfies(accepted -> {
          assertThat(accepted.benchmark()).isEqualTo(name);
          assertThat(accepted.metric()).contains(name);
          assertThat(accepted.upTo()).isEqualTo(0.19);
        });
  }
}
