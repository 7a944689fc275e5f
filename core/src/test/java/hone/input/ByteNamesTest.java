package hone.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByteNamesTest {

  @Test
  void numbersNamesOfAnyLengthInTheOrderTheyCame() {
    ByteNames names = new ByteNames();
    Map<String, Integer> known = new HashMap<>();
    for (int name = 0; name < 20_000; name++) {
      String text = "é".repeat(name % 7) + name % 5_000;
      byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
      int number = names.number(bytes, 1, bytes.length - 1);
      assertThat(number).isEqualTo(known.computeIfAbsent(text, _ -> known.size()));
      assertThat(names.text(number)).isEqualTo(text);
    }
    assertThat(names.size()).isEqualTo(known.size());
  }

  /// Names of every length around those of the blocks in which they are kept.
  @Test
  void keepsNamesOfAnyLength() {
    ByteNames names = new ByteNames();
    int[] lengths = {0, 1, 4083, 4084, 4085, 8180, (1 << 20) - 13, 1 << 20, (1 << 20) + 1, 3 << 20};
    for (int number = 0; number < lengths.length; number++) {
      byte[] bytes = "n".repeat(lengths[number]).getBytes(UTF_8);
      assertThat(names.find(bytes, 0, bytes.length)).isNegative();
      assertThat(names.number(bytes, 0, bytes.length)).isEqualTo(number);
    }
    for (int number = 0; number < lengths.length; number++) {
      byte[] bytes = "n".repeat(lengths[number]).getBytes(UTF_8);
      assertThat(names.find(bytes, 0, bytes.length)).isEqualTo(number);
      assertThat(names.text(number)).hasSize(lengths[number]);
    }
  }
}
