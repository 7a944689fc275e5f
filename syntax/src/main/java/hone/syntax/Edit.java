package hone.syntax;

import hone.input.FormatException;
import java.util.Comparator;
import java.util.List;

/// A change of one stretch of a text.
///
/// @param start       offset of the first character replaced
/// @param end         offset after the last one; equal to `start` for an insertion
/// @param replacement what stands there afterwards
public record Edit(int start, int end, String replacement) {

  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a stretch of text: " + start + " to " + end);
    }
  }

  public static Edit replace(Node node, String replacement) {
    return new Edit(node.start(), node.end(), replacement);
  }

  public static Edit insert(int offset, String text) {
    return new Edit(offset, offset, text);
  }

  /// The text with all edits made; insertions at one place keep their order.
  ///
  /// @throws IllegalArgumentException if edits overlap or lie outside the text
  public static String apply(String text, List<Edit> edits) {
    List<Edit> ordered =
        edits.stream()
            .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
            .toList();
    StringBuilder changed = new StringBuilder(text.length() + 256);
    int done = 0;
    for (Edit edit : ordered) {
      if (edit.start < done || edit.end > text.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text: " + edit);
      }
      changed.append(text, done, edit.start).append(edit.replacement);
      done = edit.end;
    }
    return changed.append(text, done, text.length()).toString();
  }

  /// The file with all edits made, parsed again.
  ///
  /// @throws FormatException if it breaks the grammar in more places than before
  public static SourceFile apply(SourceFile file, List<Edit> edits) throws FormatException {
    SourceFile changed = SourceFile.of(file.path(), apply(file.text(), edits));
    if (changed.broken().size() > file.broken().size()) {
      throw new FormatException(file.path(), "the edit would break the file's syntax");
    }
    return changed;
  }
}
