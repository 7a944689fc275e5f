package hone.bench;

import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What readers of JSON documents share.
public final class JsonResults {

  private static final int LIMIT_BYTES = 1 << 29;

  /// `NaN` is no JSON, but Python writes it: better one measurement passed over than a whole file.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonResults() {}

  /// The document as a whole.
  ///
  /// @throws FormatException if it is not JSON, cut, followed by more, or longer than 512 MiB
  public static JsonNode read(Source source) throws IOException {
    try {
      JsonNode document = MAPPER.readTree(source.bytes(LIMIT_BYTES));
      if (document.isMissingNode()) {
        throw new FormatException(source.name(), "empty");
      }
      return document;
    } catch (JacksonException broken) {
      throw new FormatException(source.name(), "not JSON: " + place(broken));
    }
  }

  private static String place(JacksonException broken) {
    String what = Printable.of(broken.getOriginalMessage());
    return broken.getLocation() == null || broken.getLocation().getLineNr() < 1
        ? what
        : what
            + ", line "
            + broken.getLocation().getLineNr()
            + " column "
            + broken.getLocation().getColumnNr();
  }

  /// Where in a document its beginning already has values: `[].jmhVersion`, `benchmarks[].runs`.
  ///
  /// @param head the document, or what there is of it; nothing is thrown where it is cut, broken or
  ///             no JSON at all
  public static Set<String> paths(byte[] head) {
    Set<String> paths = new HashSet<>();
    Deque<String> levels = new ArrayDeque<>();
    String here = "";
    try (JsonParser parser = MAPPER.createParser(head)) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        switch (token) {
          case START_ARRAY -> {
            levels.push(here);
            here += "[]";
          }
          case START_OBJECT -> levels.push(here);
          case PROPERTY_NAME -> {
            String level = levels.isEmpty() ? "" : levels.peek();
            here = level + (level.isEmpty() ? "" : ".") + parser.currentName();
            paths.add(here);
          }
          case END_ARRAY, END_OBJECT -> here = levels.isEmpty() ? "" : levels.pop();
          case VALUE_STRING,
              VALUE_NUMBER_INT,
              VALUE_NUMBER_FLOAT,
              VALUE_TRUE,
              VALUE_FALSE,
              VALUE_NULL,
              VALUE_EMBEDDED_OBJECT,
              NOT_AVAILABLE -> {}
        }
      }
    } catch (JacksonException cut) {
      return paths;
    }
    return paths;
  }

  /// A number, also where it is written as text; NaN where it is none, which no measurement is.
  public static double number(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    try {
      return node.isString() ? Double.parseDouble(node.stringValue()) : Double.NaN;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /// A text, or nothing where the value is absent or something else.
  public static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
