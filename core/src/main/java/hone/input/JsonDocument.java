package hone.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/// A JSON document from outside, read as a stream: any length, bounded nesting, every mistake told
/// with its line and column.
///
/// Each reading method takes the value the document stands at.
public final class JsonDocument {

  /// Levels of nesting for each frame: an object, and the array of its callees.
  private static final int LEVELS_PER_FRAME = 2;

  private static final int LEVELS_AROUND = 100;

  private final JsonTokens tokens;

  private JsonDocument(JsonTokens tokens) {
    this.tokens = tokens;
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

  /// Reads a document, in UTF-8, UTF-16 or UTF-32.
  ///
  /// @throws FormatException if the input is not JSON, or is cut, or nests too deep, or goes on
  ///     behind the document
  public static void read(Source source, Limits limits, Body body) throws IOException {
    Charset charset = Encoding.ofJson(source.head(Encoding.JSON_HEAD));
    try (InputStream in = Recoded.utf8(source.open(), charset)) {
      int deepest = limits.depth() * LEVELS_PER_FRAME + LEVELS_AROUND;
      JsonTokens tokens = new JsonTokens(source.name(), in, deepest);
      tokens.next();
      body.read(new JsonDocument(tokens));
      tokens.requireEnd();
    }
  }

  /// Reads an object, field by field; an object or array that is not gone into is passed over.
  public void object(Field field) throws IOException {
    require(JsonToken.START_OBJECT);
    while (tokens.next() != JsonToken.END_OBJECT) {
      String name = tokens.name();
      tokens.next();
      if (!field.read(name) || tokens.token().isStart()) {
        tokens.skip();
      }
    }
  }

  /// Reads an array, value by value; an object or array that is not gone into is passed over.
  public void array(Element element) throws IOException {
    require(JsonToken.START_ARRAY);
    while (tokens.next() != JsonToken.END_ARRAY) {
      element.read();
      if (tokens.token().isStart()) {
        tokens.skip();
      }
    }
  }

  /// Reads an array of whole numbers.
  public void numbers(Whole number) throws IOException {
    require(JsonToken.START_ARRAY);
    while (tokens.next() == JsonToken.WHOLE_NUMBER) {
      number.read(tokens.whole());
    }
    if (tokens.token() != JsonToken.END_ARRAY) {
      throw expected(JsonToken.WHOLE_NUMBER.toString());
    }
  }

  /// Reads an array that may lack its end, as formats that are written while a program runs allow.
  ///
  /// @return whether the end was there; what was read of a cut value is the element's to forget
  public boolean arrayOrPart(Element element) throws IOException {
    try {
      array(element);
      return true;
    } catch (FormatException broken) {
      if (tokens.cut()) {
        return false;
      }
      throw broken;
    }
  }

  /// Passes over an object if its very bytes were met before; any other stays to be read.
  ///
  /// @param met what was met, which [#keep] adds to
  /// @return the number of the object in `met`; below 0 where it is not there
  public int passIfMet(MetObjects met) {
    return isObject() ? tokens.passIfMet(met) : -1;
  }

  /// Keeps the object that was not met and has been read since.
  ///
  /// @return the number of the object in `met`; below 0 where it is not kept
  public int keep(MetObjects met) {
    return tokens.keep(met);
  }

  /// A whole number.
  public long number() throws FormatException {
    require(JsonToken.WHOLE_NUMBER);
    return tokens.whole();
  }

  /// A number, whole or not; never NaN nor infinite.
  public double decimal() throws FormatException {
    if (!isNumber()) {
      throw expected("a number");
    }
    double value = tokens.decimal();
    if (!Double.isFinite(value)) {
      throw broken("number is too large");
    }
    return value;
  }

  public String text() throws FormatException {
    require(JsonToken.TEXT);
    return tokens.text();
  }

  /// The text here, or "" where there is none.
  public String textOrEmpty() throws FormatException {
    return isNull() ? "" : text();
  }

  public boolean isNull() {
    return token() == JsonToken.NULL;
  }

  public boolean isText() {
    return token() == JsonToken.TEXT;
  }

  public boolean isFalse() {
    return token() == JsonToken.FALSE;
  }

  public boolean isObject() {
    return token() == JsonToken.START_OBJECT;
  }

  public boolean isArray() {
    return token() == JsonToken.START_ARRAY;
  }

  public boolean isNumber() {
    return token().isNumber();
  }

  /// The token the document stands at.
  public JsonToken token() {
    return tokens.token();
  }

  /// Moves to the next token, for shapes that nest too deep to be read by [#object] in [#object].
  ///
  /// @throws FormatException if the document ends before it is complete
  public JsonToken next() throws IOException {
    return tokens.next();
  }

  /// The name the document stands at, to be asked for before the value that follows it.
  public String name() {
    return tokens.name();
  }

  /// Passes over the value here.
  public void skip() throws IOException {
    tokens.skip();
  }

  /// What to throw when the value here cannot be taken.
  public FormatException broken(String message) {
    return tokens.broken(message);
  }

  private void require(JsonToken token) throws FormatException {
    if (token() != token) {
      throw expected(token.toString());
    }
  }

  private FormatException expected(String what) {
    return broken("expected " + what + ", found " + token());
  }
}
