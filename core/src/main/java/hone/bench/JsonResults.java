package hone.bench;

import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

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

  /// The list that the document has under a name.
  ///
  /// @param tool whose documents have it, for the message
  /// @throws FormatException if there is no such list
  public static JsonNode list(String input, JsonNode document, String name, String tool)
      throws FormatException {
    JsonNode list = document.path(name);
    if (!list.isArray()) {
      throw new FormatException(input, "expected '" + name + "' of " + tool);
    }
    return list;
  }

  /// Takes an element of a list, and which it is.
  @FunctionalInterface
  public interface Element {
    /// Takes the element.
    ///
    /// @param place 1 for the first
    void take(JsonNode element, long place) throws IOException;
  }

  /// Each element of a list; none where it is no list.
  public static void each(JsonNode list, Element element) throws IOException {
    long place = 0;
    for (JsonNode each : list) {
      place++;
      element.take(each, place);
    }
  }

  /// Each line of a text as a document of its own; blank lines are not.
  ///
  /// @param broken told of each line that is no JSON
  public static void lines(Source source, Element document, Element broken) throws IOException {
    Lines.each(
        source,
        (line, number) -> {
          if (!line.isBlank()) {
            Optional<JsonNode> read = line(line);
            if (read.isPresent()) {
              document.take(read.get(), number);
            } else {
              broken.take(StringNode.valueOf(line), number);
            }
          }
        });
  }

  private static Optional<JsonNode> line(String line) {
    try {
      return Optional.of(MAPPER.readTree(line));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  /// Whether a document's beginning has a value at any of these places.
  public static Sniff sniff(byte[] head, String... places) {
    Set<String> paths = paths(head);
    return Stream.of(places).anyMatch(paths::contains) ? Sniff.YES : Sniff.NO;
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
