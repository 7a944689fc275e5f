package hone.syntax;

import hone.input.FormatException;
import java.util.List;

/// Where a function stands in its file.
///
/// @param first line, from 1
/// @param last  line
public record FunctionLines(int first, int last) {

  /// Every function of a file, those within others too, in the order of the text.
  ///
  /// @throws FormatException if it is no text of its language
  public static List<FunctionLines> of(String path, String text) throws FormatException {
    SourceFile file = SourceFile.of(path, text);
    return file.root()
        .walk()
        .filter(Scopes::isFunction)
        .map(node -> new FunctionLines(file.line(node.start()), file.line(node.end() - 1)))
        .toList();
  }

  /// Whether a line is one of its own.
  public boolean holds(int line) {
    return first <= line && line <= last;
  }
}
