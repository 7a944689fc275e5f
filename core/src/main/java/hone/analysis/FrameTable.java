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

  private final boolean withFile;
  private final List<Row> rows;

  private FrameTable(boolean withFile, List<Row> rows) {
    this.withFile = withFile;
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
    return new FrameTable(language.equals("python") || language.equals("node"), rows);
  }

  /// What patterns are matched against: the function, or `file:function` in languages whose
  /// functions do not name their package.
  public String symbol(Frame frame) {
    return withFile ? frame.file() + ":" + frame.function() : frame.function();
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
