package hone.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

  /// With a mark of the order of bytes and without, as RFC 4627, section 3 has it.
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void readsEveryEncodingOfUnicode(String charset) throws IOException {
    for (String mark : List.of("", "\ufeff")) {
      for (String document : List.of("[\"é\", \"中\", \"😀\"]", "[1]")) {
        byte[] bytes = (mark + document).getBytes(Charset.forName(charset));
        assertThat(texts(bytes)).as(mark + document).isEqualTo(texts(document.getBytes(UTF_8)));
      }
    }
  }

  @Test
  void readsAnArrayThatLacksItsEnd() throws IOException {
    assertThat(part("[1, 2]")).containsExactly("1", "2", "whole");
    assertThat(part("[1, 2")).containsExactly("1", "2", "part");
    assertThat(part("[1, ")).containsExactly("1", "part");
    assertThat(part("[1, tr")).containsExactly("1", "part");
    assertThatThrownBy(() -> part("[1, tx")).hasMessage("test: line 1, column 5: expected true");
    assertThatThrownBy(() -> part("[1; 2"))
        .hasMessage("test: line 1, column 3: expected ',', found ';'");
  }

  @Test
  void saysWhatItExpectedAndWhatItFound() {
    assertThatThrownBy(() -> read("{\"a\": []}", JsonDocument::number))
        .hasMessage("test: line 1, column 7: expected a whole number, found an array");
    assertThatThrownBy(() -> read("{\"a\": 1.5}", JsonDocument::number))
        .hasMessage(
            "test: line 1, column 7: expected a whole number, found a number that is not whole");
    assertThatThrownBy(() -> read("{\"a\": 1e999}", JsonDocument::decimal))
        .hasMessage("test: line 1, column 7: number is too large");
    assertThatThrownBy(() -> read("{\"a\": null}", JsonDocument::text))
        .hasMessage("test: line 1, column 7: expected text, found null");
  }

  /// What the source itself fails with is no mistake of the document.
  @Test
  void passesOnFailuresOfTheSource() {
    IOException failure = new IOException("disk on fire");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw failure;
          }
        };
    assertThatThrownBy(
            () -> JsonDocument.read(new Source("test", () -> broken), Limits.defaults(), _ -> {}))
        .isSameAs(failure);
  }

  private interface Value {
    Object read(JsonDocument document) throws IOException;
  }

  private static void read(String text, Value value) throws IOException {
    JsonDocument.read(
        Source.of("test", text.getBytes(UTF_8)),
        Limits.defaults(),
        document -> document.object(_ -> value.read(document) != null));
  }

  private static List<String> part(String text) throws IOException {
    List<String> found = new ArrayList<>();
    JsonDocument.read(
        Source.of("test", text.getBytes(UTF_8)),
        Limits.defaults(),
        document -> {
          boolean whole = document.arrayOrPart(() -> found.add(Long.toString(document.number())));
          found.add(whole ? "whole" : "part");
        });
    return found;
  }

  private static List<String> texts(byte[] bytes) throws IOException {
    List<String> found = new ArrayList<>();
    JsonDocument.read(
        Source.of("test", bytes),
        Limits.defaults(),
        document -> {
          if (document.isArray()) {
            document.array(() ->
                found.add(document.isText() ? document.text() : Long.toString(document.number())));
          } else {
            found.add(Long.toString(document.number()));
          }
        });
    return found;
  }
}
