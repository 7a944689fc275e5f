package hone.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetObjectsTest {

  /// The first is held across the end of the buffer, and kept when it was read.
  @Test
  void passesOverWhatWasMetBefore() throws IOException {
    String value = "{\"a\":\n[1, \"é\"]}";
    String space = " ".repeat((1 << 16) - 16);
    JsonTokens tokens = of("{" + space + "\"b\":" + value + ",\"c\":" + value + "}");
    MetObjects met = new MetObjects();
    to(tokens, 3);
    assertThat(tokens.passIfMet(met)).isNegative();
    assertThat(tokens.token()).isEqualTo(JsonToken.START_OBJECT);
    assertThat(tokens.broken("x")).hasMessage("test: line 1, column 65526: x");
    to(tokens, 1);
    assertThat(tokens.name()).isEqualTo("a");
    to(tokens, 5);
    assertThat(tokens.token()).isEqualTo(JsonToken.END_OBJECT);
    assertThat(tokens.keep(met)).isZero();
    to(tokens, 2);
    assertThat(tokens.broken("x")).hasMessage("test: line 2, column 16: x");
    assertThat(tokens.passIfMet(met)).isZero();
    assertThat(tokens.token()).isEqualTo(JsonToken.END_OBJECT);
    assertThat(tokens.broken("x")).hasMessage("test: line 3, column 10: x");
    assertThat(tokens.next()).isEqualTo(JsonToken.END_OBJECT);
    assertThat(tokens.depth()).isZero();
    assertThat(met.size()).isEqualTo(1);
  }

  /// What ends an object may stand in a text, or end one within; then nothing like it is found, and
  /// it is read each time.
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a}\":1}", "{\"a\":\"}\"}", "{\"a\":{},\"b\":2}", "{\"a\":\"{}\",\"b\":[{}]}"})
  void readsAgainWhatHoldsAnEndWithin(String value) throws IOException {
    JsonTokens tokens = of("[" + value + "," + value + "]");
    MetObjects met = new MetObjects();
    to(tokens, 2);
    for (int time = 0; time < 2; time++) {
      assertThat(tokens.passIfMet(met)).isNegative();
      tokens.skip();
      assertThat(tokens.depth()).isEqualTo(1);
      assertThat(tokens.keep(met)).isZero();
      tokens.next();
    }
    assertThat(tokens.token()).isEqualTo(JsonToken.END_ARRAY);
    assertThat(met.size()).isEqualTo(1);
  }

  /// One is a part of the other, but neither of them begins with the other.
  @Test
  void tellsObjectsApartThatBeginAlike() throws IOException {
    JsonTokens tokens = of("[{\"a\":{}},{\"a\":{},\"b\":1},{\"a\":1},{\"a\":12},{}]");
    MetObjects met = new MetObjects();
    to(tokens, 2);
    for (int number = 0; number < 5; number++) {
      assertThat(tokens.passIfMet(met)).isNegative();
      tokens.skip();
      assertThat(tokens.keep(met)).isEqualTo(number);
      tokens.next();
    }
    assertThat(tokens.token()).isEqualTo(JsonToken.END_ARRAY);
  }

  /// What is long is not kept, and read each time, however long it is.
  @Test
  void readsWhatIsLongEachTime() throws IOException {
    String value = "{\"a\":\"" + "x".repeat(200_000) + "\"}";
    JsonTokens tokens = of("[" + value + "," + value + "]");
    MetObjects met = new MetObjects();
    to(tokens, 2);
    for (int time = 0; time < 2; time++) {
      assertThat(tokens.passIfMet(met)).isNegative();
      to(tokens, 2);
      assertThat(tokens.text()).hasSize(200_000);
      to(tokens, 1);
      assertThat(tokens.keep(met)).isNegative();
      to(tokens, 1);
    }
    assertThat(tokens.token()).isEqualTo(JsonToken.END_ARRAY);
    assertThat(met.size()).isZero();
  }

  /// An object is found by its bytes wherever its end stands in a word, and whatever stands beside.
  @Test
  void findsTheEndOfAnObjectWhereverItStands() {
    for (int length = 2; length < 40; length++) {
      for (int other = 0; other < 256; other++) {
        byte[] bytes = "x".repeat(length + 9).getBytes(UTF_8);
        Arrays.fill(bytes, 0, length, (byte) other);
        bytes[length] = '}';
        MetObjects met = new MetObjects();
        assertThat(met.keep(bytes, 0, length + 1)).isZero();
        int expected = other == '}' ? -1 : 0;
        assertThat(met.find(bytes, 0, bytes.length)).isEqualTo(expected);
        assertThat(met.find(bytes, 0, length)).isEqualTo(-1);
      }
    }
  }

  private static JsonTokens of(String document) {
    return new JsonTokens("test", new ByteArrayInputStream(document.getBytes(UTF_8)), 20);
  }

  private static void to(JsonTokens tokens, int count) throws IOException {
    for (int token = 0; token < count; token++) {
      tokens.next();
    }
  }
}
