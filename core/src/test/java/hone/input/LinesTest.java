package hone.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinesTest {

  /// Oracle: java.io.BufferedReader of JDK 25, on texts in which no line ends in `\r` alone.
  @Test
  void cutsATextOfAnyLengthAsAReaderDoes() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    while (text.length() < 300_000) {
      text.append("aé\t☃".repeat(random.nextInt(random.nextInt(20) == 0 ? 9_000 : 9)));
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    text.append("the last one");
    List<String> found = new ArrayList<>();
    try (Lines lines = Lines.of(Source.of("text", text.toString().getBytes(UTF_8)))) {
      while (lines.advance()) {
        found.add(lines.text());
        assertThat(lines.number()).isEqualTo(found.size());
      }
    }

    assertThat(found)
        .isEqualTo(new BufferedReader(new StringReader(text.toString())).lines().toList());
  }
}
