package hone.format;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.profile.Frame;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/// A function of a script as V8 names it, in every format it writes.
///
/// @param function name, blank where it has none
/// @param url      of the script, or empty
/// @param line     1-based, where the function begins; 0 where that is not known
/// @param column   as written, for telling functions without names apart
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#type-CallFrame">
///      Runtime.CallFrame</a>
public record CallFrame(String function, String url, int line, long column)
    implements Comparable<CallFrame> {

  private static final Comparator<CallFrame> ORDER =
      Comparator.comparing(CallFrame::function)
          .thenComparing(CallFrame::url)
          .thenComparingInt(CallFrame::line)
          .thenComparingLong(CallFrame::column);

  private static final String FILE_SCHEME = "file://";

  /// Written out for the reason [Frame#equals] is.
  @Override
  public boolean equals(Object other) {
    return other instanceof CallFrame frame
        && line == frame.line
        && column == frame.column
        && function.equals(frame.function)
        && url.equals(frame.url);
  }

  @Override
  public int hashCode() {
    return (function.hashCode() * 31 + line) * 31 + Long.hashCode(column);
  }

  /// By function, script, line and column, for the reason [Frame#compareTo] is.
  @Override
  public int compareTo(CallFrame other) {
    return ORDER.compare(this, other);
  }

  /// Reads the object the document stands at; lines are 0-based there, -1 where none is known.
  public static CallFrame read(JsonDocument document) throws IOException {
    String[] texts = {"", ""};
    long[] place = {-1, 0};
    document.object(field -> {
      switch (field) {
        case "functionName" -> texts[0] = document.textOrEmpty();
        case "url" -> texts[1] = document.textOrEmpty();
        case "lineNumber" -> place[0] = number(document);
        case "columnNumber" -> place[1] = number(document);
        default -> {
          return false;
        }
      }
      return true;
    });
    if (place[0] >= Integer.MAX_VALUE) {
      throw document.broken("'" + place[0] + "' is no line");
    }
    return new CallFrame(texts[0], texts[1], (int) Math.max(0, place[0] + 1), place[1]);
  }

  /// The function at a line of it; at line 0, where the function begins.
  ///
  /// Functions without a name are told apart by where they begin.
  public Frame at(int atLine) {
    String file = path(url);
    return new Frame(
        function.isBlank() ? anonymous(file) : function, file, atLine > 0 ? atLine : line);
  }

  private String anonymous(String file) {
    String place = file.substring(file.lastIndexOf('/') + 1);
    return place.isBlank() ? "(anonymous)" : "(anonymous %s:%d:%d)".formatted(place, line, column);
  }

  /// The path of a file's URL; any other text as it is.
  public static String path(String url) {
    if (!url.startsWith(FILE_SCHEME)) {
      return url;
    }
    String path = url.substring(FILE_SCHEME.length());
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }

  private static long number(JsonDocument document) throws FormatException {
    return document.isNull() ? -1 : document.number();
  }
}
