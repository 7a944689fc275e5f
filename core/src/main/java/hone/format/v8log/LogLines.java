package hone.format.v8log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of a log, of each at most the beginning: those with the source of a script may be as
/// long as that.
final class LogLines {

  private static final int LONGEST_BYTES = 1 << 16;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long number;

  LogLines(InputStream in) {
    this.in = in;
  }

  /// The next line, or none at the end.
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean any = false;
    while (fill()) {
      any = true;
      byte next = buffer[at++];
      if (next == '\n') {
        break;
      }
      if (line.size() < LONGEST_BYTES) {
        line.write(next);
      }
    }
    number++;
    return any ? Optional.of(line.toString(UTF_8).stripTrailing()) : Optional.empty();
  }

  /// 1-based number of the line that came last.
  long number() {
    return number;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      end = in.read(buffer);
      at = 0;
    }
    return end > 0;
  }

  /// The fields of a line: between commas, quoted or not, with V8's escapes undone.
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int place = 0; place < line.length(); place++) {
      char letter = line.charAt(place);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else if (letter == '\\' && place + 1 < line.length()) {
        place += unescaped(line, place + 1, field);
      } else {
        field.append(letter);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /// Appends what an escape stands for.
  ///
  /// @return how many letters it has after the backslash
  private static int unescaped(String line, int at, StringBuilder field) {
    char kind = line.charAt(at);
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
    String number = line.substring(at + 1, Math.min(line.length(), at + 1 + digits));
    if (digits > 0 && number.length() == digits && number.matches("[0-9a-fA-F]+")) {
      field.append((char) Integer.parseInt(number, 16));
      return 1 + digits;
    }
    field.append(kind == 'n' ? ' ' : kind);
    return 1;
  }
}
