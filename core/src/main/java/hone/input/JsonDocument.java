package hone.input;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// A JSON document from outside, read as a stream: any length, bounded nesting, every mistake told
/// with its line and column.
///
/// Each reading method takes the value the document stands at.
public final class JsonDocument {

  /// Levels of nesting for each frame: an object, and the array of its callees.
  private static final int LEVELS_PER_FRAME = 2;

  private static final int LEVELS_AROUND = 100;

  private final String input;
  private final JsonParser parser;

  private JsonDocument(String input, JsonParser parser) {
    this.input = input;
    this.parser = parser;
  }

  /// Takes one field of an object; the document stands at its value.
  public interface Field {
    /// Reads the value.
    ///
    /// @return false where it is of no interest; it is then passed over
    boolean read(String name) throws IOException;
  }

  /// Takes one value; the document stands at it.
  public interface Element {
    void read() throws IOException;
  }

  /// Takes one whole number of an array.
  public interface Whole {
    void read(long number) throws IOException;
  }

  /// Takes the whole document; it stands at its first token.
  public interface Body {
    void read(JsonDocument document) throws IOException;
  }

  /// Reads a document.
  ///
  /// @throws FormatException if the input is not JSON, or is cut, or nests too deep
  public static void read(Source source, Limits limits, Body body) throws IOException {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth() * LEVELS_PER_FRAME + LEVELS_AROUND)
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(bounds).build();
    Watched in = new Watched(source.open());
    try (in;
        JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
      JsonDocument document = new JsonDocument(source.name(), parser);
      document.next();
      body.read(document);
    } catch (JacksonException broken) {
      if (broken.getCause() instanceof IOException failure) {
        throw in.failed(failure)
            ? failure
            : new FormatException(source.name(), "no JSON: " + failure.getMessage());
      }
      throw new FormatException(
          source.name(), place(broken.getLocation()) + broken.getOriginalMessage());
    }
  }

  /// Reads an object, field by field; an object or array that is not gone into is passed over.
  public void object(Field field) throws IOException {
    require(JsonToken.START_OBJECT, "an object");
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      next();
      if (!field.read(name) || parser.currentToken().isStructStart()) {
        parser.skipChildren();
      }
    }
  }

  /// Reads an array, value by value; an object or array that is not gone into is passed over.
  public void array(Element element) throws IOException {
    require(JsonToken.START_ARRAY, "an array");
    while (next() != JsonToken.END_ARRAY) {
      element.read();
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
      }
    }
  }

  /// Reads an array of whole numbers.
  public void numbers(Whole number) throws IOException {
    require(JsonToken.START_ARRAY, "an array");
    JsonToken token = parser.nextToken();
    while (token == JsonToken.VALUE_NUMBER_INT) {
      number.read(parser.getLongValue());
      token = parser.nextToken();
    }
    if (token != JsonToken.END_ARRAY) {
      throw token == null ? new FormatException(input, "ends early") : expected("a whole number");
    }
  }

  /// Reads an array that may lack its end, as formats that are written while a program runs allow.
  ///
  /// @return whether the end was there; what was read of a cut value is the element's to forget
  public boolean arrayOrPart(Element element) throws IOException {
    try {
      array(element);
      return true;
    } catch (StreamReadException broken) {
      if (broken.getOriginalMessage().startsWith("Unexpected end-of-input")) {
        return false;
      }
      throw broken;
    }
  }

  /// A whole number.
  public long number() throws FormatException {
    require(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return parser.getLongValue();
  }

  /// A number, whole or not; never NaN nor infinite.
  public double decimal() throws FormatException {
    if (!parser.currentToken().isNumeric()) {
      throw expected("a number");
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw broken("number is too large");
    }
    return value;
  }

  public String text() throws FormatException {
    require(JsonToken.VALUE_STRING, "text");
    return parser.getString();
  }

  /// The text here, or "" where there is none.
  public String textOrEmpty() throws FormatException {
    return isNull() ? "" : text();
  }

  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  public boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  public boolean isFalse() {
    return parser.currentToken() == JsonToken.VALUE_FALSE;
  }

  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  public boolean isNumber() {
    return parser.currentToken().isNumeric();
  }

  /// The token the document stands at.
  public JsonToken token() {
    return parser.currentToken();
  }

  /// Moves to the next token, for shapes that nest too deep to be read by [#object] in [#object].
  ///
  /// @throws FormatException if the document ends before it is complete
  public JsonToken next() throws FormatException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new FormatException(input, "ends early");
    }
    return token;
  }

  /// Name of the field the document stands at.
  public String name() {
    return parser.currentName();
  }

  /// Passes over the value here.
  public void skip() {
    parser.skipChildren();
  }

  /// What to throw when the value here cannot be taken.
  public FormatException broken(String message) {
    return new FormatException(input, place(parser.currentTokenLocation()) + message);
  }

  private void require(JsonToken token, String what) throws FormatException {
    if (parser.currentToken() != token) {
      throw expected(what);
    }
  }

  private FormatException expected(String what) {
    return broken("expected " + what + ", found " + parser.currentToken());
  }

  private static String place(TokenStreamLocation location) {
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }
}
