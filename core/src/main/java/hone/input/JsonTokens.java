package hone.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The tokens of a JSON document by RFC 8259, one after the other, out of a stream of UTF-8.
///
/// The token at hand stays in the buffer in one piece, so that a name or a text can be known by its
/// bytes, and no string is made of what nobody asks for. A mark of the order of bytes is passed over.
final class JsonTokens {

  private static final int FIRST_ROOM = 1 << 16;
  private static final int LEAST_ROOM = 1 << 12;
  private static final int LONGEST = 100_000_000;
  private static final int NOTHING = -1;
  private static final int MOST_NAMES = 1 << 12;

  private final String input;
  private final InputStream in;
  private final int deepest;
  private final JsonNames names = new JsonNames(MOST_NAMES);
  private final JsonNumber number = new JsonNumber();

  private byte[] bytes = new byte[FIRST_ROOM];
  private int at;
  private int end;
  private long before;
  private long line = 1;
  private long lineStart;

  private JsonToken token = JsonToken.NULL;
  private int start;
  private int held = NOTHING;
  private int stop;

  private boolean[] objects = new boolean[64];
  private int depth;
  private boolean inObject;
  private boolean first;
  private boolean named;
  private boolean begun;
  private boolean rooted;
  private boolean cut;

  /// Nothing is read before the first token is asked for.
  ///
  /// @param deepest most levels of nesting
  JsonTokens(String input, InputStream in, int deepest) {
    this.input = input;
    this.in = in;
    this.deepest = deepest;
  }

  /// The token at hand.
  JsonToken token() {
    return token;
  }

  /// How many objects and arrays are open.
  int depth() {
    return depth;
  }

  /// Whether the document ended before it was complete.
  boolean cut() {
    return cut;
  }

  /// Goes to the next token.
  ///
  /// @throws FormatException if the document is none, or is cut, or nests too deep
  JsonToken next() throws IOException {
    int found = begun ? significant() : begin();
    if (named) {
      return value(after(':', found));
    }
    if (depth == 0) {
      return root(found);
    }
    if (found == (inObject ? '}' : ']')) {
      return close();
    }
    int element = first ? found : after(',', found);
    first = false;
    return inObject ? name(element) : value(element);
  }

  /// Passes over all that is in the object or array at hand; any other value is passed over already.
  void skip() throws IOException {
    int around = token.isStart() ? depth - 1 : depth;
    while (depth > around) {
      next();
    }
  }

  /// Passes over the object at hand if its very bytes were met before, and gives its number; any
  /// other, below 0, stays at hand to be read and then kept.
  int passIfMet(MetObjects met) {
    int number = met.find(bytes, start, end);
    if (number < 0) {
      held = start;
      return number;
    }
    int last = start + met.length(number) - 1;
    // What holds an end of a line was met first on other lines than the first.
    for (; line > 1 && at < last; at++) {
      if (bytes[at] == '\n') {
        passLine();
      }
    }
    at = last;
    close();
    return number;
  }

  /// Keeps the object that was not met and was read since; gives its number, below 0 where it is not
  /// kept.
  int keep(MetObjects met) {
    int number = held == NOTHING ? -1 : met.keep(bytes, held, at);
    held = NOTHING;
    return number;
  }

  /// Makes sure that nothing follows a document that is complete.
  ///
  /// @throws FormatException if anything but white space does
  void requireEnd() throws IOException {
    int found = depth == 0 ? significant() : -1;
    if (found >= 0) {
      throw unexpected("the end of the document", found);
    }
  }

  /// The name at hand, to be asked for before the value that follows it.
  String name() {
    return names.name(bytes, start, stop);
  }

  /// The text at hand.
  String text() {
    return JsonString.decoded(bytes, start, stop);
  }

  /// The whole number at hand.
  ///
  /// @throws FormatException if it does not fit 64 bits
  long whole() throws FormatException {
    try {
      return number.whole();
    } catch (NumberFormatException tooLarge) {
      throw broken("'" + number.spelled() + "' does not fit 64 bits");
    }
  }

  /// The number at hand, to the nearest; infinite where it is too large.
  double decimal() {
    return number.decimal();
  }

  /// What to throw when the token at hand cannot be taken.
  FormatException broken(String message) {
    return failed(start, message);
  }

  private JsonToken root(int found) throws IOException {
    if (rooted) {
      throw unexpected("the end of the document", found);
    }
    rooted = true;
    return value(found);
  }

  private int begin() throws IOException {
    begun = true;
    if (ahead(3) && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
      at = 3;
    }
    return significant();
  }

  private JsonToken value(int found) throws IOException {
    named = false;
    start = at;
    token =
        switch (found) {
          case '{' -> open(true);
          case '[' -> open(false);
          case '"' -> quoted(JsonToken.TEXT);
          case 't' -> literal("true", JsonToken.TRUE);
          case 'f' -> literal("false", JsonToken.FALSE);
          case 'n' -> literal("null", JsonToken.NULL);
          case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
          default -> throw unexpected("a value", found);
        };
    return token;
  }

  private JsonToken name(int found) throws IOException {
    if (found != '"') {
      throw unexpected("a name", found);
    }
    token = quoted(JsonToken.NAME);
    named = true;
    return token;
  }

  private JsonToken open(boolean object) throws FormatException {
    if (depth == deepest) {
      throw broken("nests deeper than " + deepest + " levels");
    }
    if (depth == objects.length) {
      objects = Arrays.copyOf(objects, depth * 2);
    }
    objects[depth++] = object;
    inObject = object;
    first = true;
    at++;
    return object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
  }

  private JsonToken close() {
    start = at++;
    token = inObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    depth--;
    inObject = depth > 0 && objects[depth - 1];
    first = false;
    return token;
  }

  private JsonToken literal(String word, JsonToken found) throws IOException {
    ahead(word.length());
    for (int letter = 0; letter < word.length(); letter++) {
      if (at + letter == end) {
        throw early();
      }
      if (bytes[at + letter] != word.charAt(letter)) {
        throw broken("expected " + word);
      }
    }
    at += word.length();
    return found;
  }

  private JsonToken quoted(JsonToken kind) throws IOException {
    start = ++at;
    while (true) {
      byte[] around = bytes;
      int last = end;
      int next = at;
      while (next <= last - Long.BYTES && JsonString.arePlain(around, next)) {
        next += Long.BYTES;
      }
      while (next < last && JsonString.isPlain(around[next])) {
        next++;
      }
      at = next;
      if (next == last) {
        more();
      } else if (around[next] == '"') {
        stop = at++;
        return kind;
      } else if (around[next] == '\\') {
        passEscape();
      } else {
        passCharacter();
      }
    }
  }

  private void passEscape() throws IOException {
    need(2);
    int length = JsonString.escapeLength(bytes[at + 1]);
    need(Math.max(2, length));
    if (length == 0 || (length > 2 && !JsonString.isHex(bytes, at + 2))) {
      throw failed(at, "a text holds an escape that is none");
    }
    at += length;
  }

  /// Passes over a character of several bytes.
  private void passCharacter() throws IOException {
    if (bytes[at] >= 0) {
      throw failed(at, "a text holds " + JsonString.shown(bytes[at]) + ", which is to be escaped");
    }
    int length = Utf8.length(bytes[at]);
    need(length);
    if (length == 0 || !Utf8.isCharacter(bytes, at, length)) {
      throw failed(at, "a text is not UTF-8");
    }
    at += length;
  }

  private JsonToken number() throws IOException {
    ahead(JsonNumber.LONGEST + 1);
    start = at;
    boolean spelled = number.read(bytes, at, end);
    at = number.stop();
    if (at - start > JsonNumber.LONGEST) {
      throw broken("a number has more than " + JsonNumber.LONGEST + " characters");
    }
    if (!spelled) {
      throw at == end ? early() : broken("a number is misspelled");
    }
    return number.isWhole() ? JsonToken.WHOLE_NUMBER : JsonToken.DECIMAL_NUMBER;
  }

  /// Takes a mark, and finds what comes behind it.
  private int after(char mark, int found) throws IOException {
    if (found != mark) {
      throw unexpected("'" + mark + "'", found);
    }
    at++;
    return significant();
  }

  /// The next byte that is no white space, which stays to be taken; -1 at the end.
  private int significant() throws IOException {
    do {
      while (at < end) {
        int found = bytes[at] & 0xff;
        if (found > ' ') {
          return found;
        }
        if (found == '\n') {
          passLine();
        } else if (found != ' ' && found != '\t' && found != '\r') {
          return found;
        }
        at++;
      }
    } while (fill(at));
    return -1;
  }

  private void passLine() {
    line++;
    lineStart = before + at + 1;
  }

  /// Makes sure that so many bytes of the document are here, where it has them.
  private boolean ahead(int count) throws IOException {
    boolean more = true;
    while (more && end - at < count) {
      more = fill(at);
    }
    return more;
  }

  /// The same within a text, whose beginning stays here, too.
  private void need(int count) throws IOException {
    while (end - at < count) {
      more();
    }
  }

  private void more() throws IOException {
    if (!fill(start)) {
      throw early();
    }
  }

  /// Reads more; what stands before `unused` is forgotten, unless it is held and may still be kept.
  private boolean fill(int unused) throws IOException {
    held = unused - held > MetObjects.LONGEST ? NOTHING : held;
    int kept = held == NOTHING ? unused : held;
    if (end - kept > LONGEST) {
      throw failed(kept, "what begins here is longer than " + LONGEST + " bytes");
    }
    System.arraycopy(bytes, kept, bytes, 0, end - kept);
    before += kept;
    at -= kept;
    end -= kept;
    start -= kept;
    held = held == NOTHING ? NOTHING : 0;
    if (bytes.length - end < LEAST_ROOM) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = in.read(bytes, end, bytes.length - end);
    end += Math.max(read, 0);
    return read >= 0;
  }

  private FormatException early() {
    cut = true;
    return failed(end, "ends early");
  }

  private FormatException unexpected(String what, int found) {
    return found < 0
        ? early()
        : failed(at, "expected " + what + ", found " + JsonString.shown((byte) found));
  }

  private FormatException failed(int place, String message) {
    long column = before + place - lineStart + 1;
    return new FormatException(input, "line " + line + ", column " + column + ": " + message);
  }
}
