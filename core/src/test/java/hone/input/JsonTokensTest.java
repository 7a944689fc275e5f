package hone.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Oracle: Jackson 3.2.4 (`tools.jackson.core`), on the same bytes.
class JsonTokensTest {

  private static final int DEEPEST = 20;
  private static final String BROKEN = "broken";

  private static final String DOCUMENT =
      """
      {"nodes": [{"id":1,"callFrame":{"functionName":"été \\u00e9\\ud83d\\ude00 😀 中","url":""}},
        [], {}, [[1, -2, 0, -0, 9223372036854775807, -9223372036854775808, 9223372036854775808]],
        1.5, -0.25e-3, 1E+400, 0.1, 123456789012345678, 0.0000000000000000001, 3.141592653589793238],
      "\\"\\\\\\/\\b\\f\\n\\r\\t": null, "": true , "a" : [false,"lone \\udc00", "  \u007f\u0080"]}
      """;

  @Test
  void givesTheTokensThatJacksonGives() throws IOException {
    assertThat(tokens(DOCUMENT.getBytes(UTF_8))).isEqualTo(jackson(DOCUMENT.getBytes(UTF_8)));
  }

  /// Documents in which one to three bytes were changed, put in or taken out.
  @Test
  void agreesWithJacksonOnMutatedDocuments() throws IOException {
    SplittableRandom random = new SplittableRandom(8259);
    int good = 0;
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = mutated(DOCUMENT.getBytes(UTF_8), random);
      List<String> found = tokens(bytes);
      List<String> expected = jackson(bytes);
      good += found.contains(BROKEN) ? 0 : 1;
      if (isUtf8(bytes)) {
        assertThat(read(found)).as(new String(bytes, UTF_8)).isEqualTo(read(expected));
      } else {
        assertThat(found).as(new String(bytes, ISO_8859_1)).endsWith(BROKEN);
      }
    }
    assertThat(good).isBetween(2_000, 48_000);
  }

  /// Where the buffer ends plays no part.
  @Test
  void readsWhateverComesAtATime() throws IOException {
    byte[] bytes = DOCUMENT.getBytes(UTF_8);
    List<String> whole = tokens(bytes);
    for (int most = 1; most < 9; most++) {
      assertThat(tokens(new Drops(bytes, most))).isEqualTo(whole);
    }
  }

  @Test
  void findsTheEndsOfTextsAndNumbersWhereverTheBufferEnds() throws IOException {
    for (int before = (1 << 16) - 40; before < (1 << 16) + 4; before++) {
      String text = "x".repeat(before) + "é\\u00e9\"";
      byte[] bytes = ("[\"" + text + ", \"" + text + ", 1234567.25, true]").getBytes(UTF_8);
      String expected = "x".repeat(before) + "éé";
      assertThat(tokens(bytes))
          .containsExactly(
              "[", "text " + expected, "text " + expected, "decimal 1234567.25", "true", "]");
    }
  }

  @Test
  void knowsEightPlainCharactersByOneLook() {
    for (int place = 0; place < Long.BYTES; place++) {
      for (int other = 0; other < 256; other++) {
        byte[] bytes = "]!~ #[a ".getBytes(UTF_8);
        bytes[place] = (byte) other;
        assertThat(JsonString.arePlain(bytes, 0)).isEqualTo(JsonString.isPlain((byte) other));
      }
    }
  }

  @Test
  void givesNewNamesTheirOwnStringsOnceThereAreTooMany() {
    JsonNames names = new JsonNames(2);
    byte[] bytes = "abcb".getBytes(UTF_8);

    String[] known = {names.name(bytes, 0, 1), names.name(bytes, 1, 2), names.name(bytes, 2, 3)};

    assertThat(known).containsExactly("a", "b", "c");
    assertThat(names.name(bytes, 3, 4)).isSameAs(known[1]);
    assertThat(names.name(bytes, 2, 3)).isEqualTo("c").isNotSameAs(known[2]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\n  \"a\": x}`    | line 2, column 8: expected a value, found 'x'",
        "`[1,\n2 3]`         | line 2, column 3: expected ',', found '3'",
        "`{\"a\" 1}`         | line 1, column 6: expected ':', found '1'",
        "`{1: 2}`            | line 1, column 2: expected a name, found '1'",
        "`[1,]`              | line 1, column 4: expected a value, found ']'",
        "`[1}`               | line 1, column 3: expected ',', found '}'",
        "`[01]`              | line 1, column 2: a number is misspelled",
        "`[1.x]`             | line 1, column 2: a number is misspelled",
        "`[trut]`            | line 1, column 2: expected true",
        "`[tx`               | line 1, column 2: expected true",
        "`[\"a\tb\"]`        | line 1, column 4: a text holds the byte 0x09, which is to be escaped",
        "`[\"\\x\"]`         | line 1, column 3: a text holds an escape that is none",
        "`[\"\\u00g0\"]`     | line 1, column 3: a text holds an escape that is none",
        "`[1] x`             | line 1, column 5: expected the end of the document, found 'x'",
        "`1 2`               | line 1, column 3: expected the end of the document, found '2'",
        "`[nul`              | line 1, column 5: ends early",
        "`[\"abc`            | line 1, column 6: ends early",
        "`[12`               | line 1, column 4: ends early",
        "`[-`                | line 1, column 3: ends early",
        "``                  | line 1, column 1: ends early",
        "`[[[[[[[[[[[[[[[[[[[[[` | line 1, column 21: nests deeper than 20 levels",
      })
  void saysWhereADocumentIsBroken(String document, String message) {
    assertThatThrownBy(() -> read(of(document.getBytes(UTF_8)), new ArrayList<>()))
        .isInstanceOf(FormatException.class)
        .hasMessage("test: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0 80", "ed a0 80", "f4 90 80 80", "e2 82", "80", "ff", "f0 80 80 80"})
  void refusesWhatIsNoUtf8(String hex) {
    byte[] wrong = HexFormat.ofDelimiter(" ").parseHex(hex);
    byte[] bytes = ("[\"a" + "?".repeat(wrong.length) + "\"]").getBytes(UTF_8);
    System.arraycopy(wrong, 0, bytes, 3, wrong.length);
    assertThatThrownBy(() -> read(of(bytes), new ArrayList<>()))
        .isInstanceOf(FormatException.class)
        .hasMessage("test: line 1, column 4: a text is not UTF-8");
  }

  @Test
  void boundsNumbers() {
    for (String begin : List.of("", "-", "0.", "1e")) {
      String number = begin + "1".repeat(JsonNumber.LONGEST);
      String longest = number.substring(0, JsonNumber.LONGEST);
      assertThatThrownBy(() -> read(of(("[" + longest + "1]").getBytes(UTF_8)), new ArrayList<>()))
          .hasMessage("test: line 1, column 2: a number has more than 1000 characters");
      assertThat(tokensOrBroken("[" + longest + "]")).doesNotContain(BROKEN);
    }
  }

  @Test
  void refusesAWholeNumberThatDoesNotFit() throws IOException {
    JsonTokens tokens = of("[9223372036854775808]".getBytes(UTF_8));
    tokens.next();
    tokens.next();

    assertThatThrownBy(tokens::whole)
        .hasMessage("test: line 1, column 2: '9223372036854775808' does not fit 64 bits");
    assertThat(tokens.decimal()).isEqualTo(0x1p63);
  }

  @Test
  void passesOverAMarkOfTheOrderOfBytes() throws IOException {
    assertThat(tokens("\ufeff[1]".getBytes(UTF_8))).containsExactly("[", "whole 1", "]");
  }

  /// What a reader makes of a document: Jackson refuses some names only with what follows them.
  private static List<String> read(List<String> tokens) {
    return tokens.contains(BROKEN) ? List.of(BROKEN) : tokens;
  }

  private static JsonTokens of(byte[] bytes) {
    return new JsonTokens("test", new ByteArrayInputStream(bytes), DEEPEST);
  }

  private static List<String> tokensOrBroken(String document) {
    return tokens(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }

  private static List<String> tokens(byte[] bytes) {
    return tokens(new ByteArrayInputStream(bytes));
  }

  private static List<String> tokens(InputStream in) {
    List<String> found = new ArrayList<>();
    try {
      read(new JsonTokens("test", in, DEEPEST), found);
    } catch (IOException broken) {
      found.add(BROKEN);
    }
    return found;
  }

  private static void read(JsonTokens tokens, List<String> found) throws IOException {
    do {
      found.add(
          switch (tokens.next()) {
            case START_OBJECT -> "{";
            case END_OBJECT -> "}";
            case START_ARRAY -> "[";
            case END_ARRAY -> "]";
            case NAME -> "name " + tokens.name();
            case TEXT -> "text " + tokens.text();
            case WHOLE_NUMBER -> whole(tokens);
            case DECIMAL_NUMBER -> "decimal " + tokens.decimal();
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
          });
    } while (tokens.depth() > 0);
    tokens.requireEnd();
  }

  private static String whole(JsonTokens tokens) {
    try {
      return "whole " + tokens.whole();
    } catch (IOException tooLarge) {
      return "whole, as a decimal " + tokens.decimal();
    }
  }

  private static List<String> jackson(byte[] bytes) {
    List<String> found = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      int depth = 0;
      do {
        tools.jackson.core.JsonToken token = parser.nextToken();
        if (token == null) {
          return with(found, BROKEN);
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > DEEPEST) {
          return with(found, BROKEN);
        }
        found.add(said(parser));
      } while (depth > 0);
      return parser.nextToken() == null ? found : with(found, BROKEN);
    } catch (JacksonException broken) {
      return with(found, BROKEN);
    }
  }

  private static List<String> with(List<String> found, String last) {
    found.add(last);
    return found;
  }

  private static String said(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "{";
      case END_OBJECT -> "}";
      case START_ARRAY -> "[";
      case END_ARRAY -> "]";
      case PROPERTY_NAME -> "name " + parser.currentName();
      case VALUE_STRING -> "text " + parser.getString();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? "whole, as a decimal " + parser.getDoubleValue()
              : "whole " + parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> "decimal " + parser.getDoubleValue();
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "null";
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new AssertionError();
    };
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    byte[] marks = "{}[]\":,\\ue-0.19tn \n\u0001é".getBytes(UTF_8);
    byte[] mutated = bytes;
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      int at = random.nextInt(mutated.length);
      byte mark =
          random.nextInt(8) == 0 ? (byte) random.nextInt(256) : marks[random.nextInt(marks.length)];
      byte[] head = Arrays.copyOf(mutated, at + 1);
      head[at] = mark;
      mutated =
          switch (random.nextInt(4)) {
            case 0 -> joined(head, mutated, at);
            case 1 -> joined(Arrays.copyOf(mutated, at), mutated, at + 1);
            case 2 -> Arrays.copyOf(mutated, at);
            default -> joined(head, mutated, at + 1);
          };
      mutated = mutated.length == 0 ? bytes : mutated;
    }
    return mutated;
  }

  private static byte[] joined(byte[] head, byte[] of, int from) {
    byte[] joined = Arrays.copyOf(head, head.length + of.length - from);
    System.arraycopy(of, from, joined, head.length, of.length - from);
    return joined;
  }

  private static boolean isUtf8(byte[] bytes) {
    return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
  }

  /// Gives a few bytes at a time.
  private static final class Drops extends ByteArrayInputStream {

    private final int most;

    Drops(byte[] bytes, int most) {
      super(bytes);
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(most, length));
    }
  }
}
