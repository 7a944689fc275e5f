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
}
