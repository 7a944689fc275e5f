package hone.finding;

import hone.analysis.SourceTree;
import hone.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by its source whether a line of Python runs inside a coroutine.
final class Coroutines {

  private static final Pattern FUNCTION = Pattern.compile("^([ \\t]*)(async[ \\t]+)?def[ \\t]+\\w");
  private static final Pattern INDENT = Pattern.compile("^([ \\t]*)\\S");

  private final SourceTree tree;
  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<Frame, Boolean> known = new HashMap<>();

  Coroutines(SourceTree tree) {
    this.tree = tree;
  }

  /// Whether the innermost function around a line is an `async def`.
  ///
  /// @param file tracked path
  /// @param line 1-based
  boolean holds(String file, int line) {
    return file.endsWith(".py")
        && known.computeIfAbsent(new Frame(file, file, line), _ -> found(lines(file), line));
  }

  private List<String> lines(String file) {
    return texts.computeIfAbsent(
        file, path -> tree.textOf(path).map(text -> text.lines().toList()).orElse(List.of()));
  }

  private static boolean found(List<String> lines, int line) {
    int indent = Integer.MAX_VALUE;
    for (int at = Math.min(line, lines.size()) - 1; at >= 0; at--) {
      String text = lines.get(at);
      Matcher function = FUNCTION.matcher(text);
      if (function.find() && function.group(1).length() < indent) {
        return function.group(2) != null;
      }
      indent = Math.min(indent, indent(text));
    }
    return false;
  }

  private static int indent(String text) {
    Matcher indent = INDENT.matcher(text);
    return indent.find() ? indent.group(1).length() : Integer.MAX_VALUE;
  }
}
