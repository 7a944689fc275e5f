package hone.finding;

import hone.analysis.SourceTree;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by its source whether a line of Python runs inside a coroutine.
final class Coroutines {

  private static final Pattern FUNCTION = Pattern.compile("^([ \\t]*)(async[ \\t]+)?def[ \\t]+\\w");
  private static final Pattern INDENT = Pattern.compile("^([ \\t]*)\\S");

  private Coroutines() {}

  /// Whether the innermost function around a line is an `async def`.
  ///
  /// @param file tracked path
  /// @param line 1-based
  static boolean holds(SourceTree tree, String file, int line) {
    if (!file.endsWith(".py")) {
      return false;
    }
    List<String> lines = tree.textOf(file).map(text -> text.lines().toList()).orElse(List.of());
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
