package hone.analysis;

import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names foreign frames, by a table that comes with the program.
public final class FrameTable {

  private static final FrameKind.Foreign UNNAMED =
      new FrameKind.Foreign(FrameKind.Layer.LIBRARY, "other");

  /// What a function of Python stands in, as in `EpollSelector.select` or `page.<locals>.row`. What
  /// was taken is not given back, which for a name of very many parts would take all of the stack.
  private static final Pattern OUTSIDE = Pattern.compile("^(?:(?:\\w+|<\\w+>)\\.)++(?=[\\w<]+>?$)");

  /// Most characters that patterns are matched against: many look for an end from each place that
  /// may be a beginning.
  private static final int LONGEST = 1000;

  private final String language;
  private final List<Row> rows;

  private FrameTable(String language, List<Row> rows) {
    this.language = language;
    this.rows = List.copyOf(rows);
  }

  private record Row(FrameKind.Foreign kind, Pattern pattern) {}

  /// The table of a language: `go`, `python`, `node` or `java`.
  public static FrameTable of(String language) {
    List<Row> rows = new ArrayList<>();
    for (String line : Resource.rows("frames-" + language + ".txt")) {
      String[] words = line.split("\\s+", 3);
      FrameKind.Layer layer = FrameKind.Layer.valueOf(words[0].toUpperCase(Locale.ROOT));
      rows.add(new Row(new FrameKind.Foreign(layer, words[1]), Pattern.compile(words[2])));
    }
    return new FrameTable(language, rows);
  }

  /// What patterns are matched against: the function, or `file:function` in languages whose
  /// functions do not name their package; of Python's, without the class, which only some profilers
  /// tell. Of what is very long, the beginning.
  public String symbol(Frame frame) {
    String symbol =
        switch (language) {
          case "python" -> frame.file() + ":" + OUTSIDE.matcher(frame.function()).replaceFirst("");
          case "node" -> frame.file() + ":" + frame.function();
          default -> frame.function();
        };
    return symbol.length() > LONGEST ? symbol.substring(0, LONGEST) : symbol;
  }

  /// The bucket of a frame that is not the application's.
  public FrameKind.Foreign kind(Frame frame) {
    String symbol = symbol(frame);
    return rows.stream()
        .filter(row -> row.pattern().matcher(symbol).find())
        .map(Row::kind)
        .findFirst()
        .orElse(UNNAMED);
  }
}
