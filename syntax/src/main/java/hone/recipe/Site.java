package hone.recipe;

import hone.input.FormatException;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A hot line, as a profile names it, in its file.
///
/// @param line       from 1
/// @param neighbours the other files of the package or folder, in whose names a cure must not
///     interfere; empty where nobody knows them
public record Site(SourceFile file, int line, List<SourceFile> neighbours) {

  public Site {
    neighbours = List.copyOf(neighbours);
    if (line < 1 || line > file.lineCount()) {
      throw new IllegalArgumentException(
          "line is not in 1 to " + file.lineCount() + " of " + file.path() + ": " + line);
    }
  }

  /// A line of a file alone.
  ///
  /// @throws FormatException for the reasons of [SourceFile#of], and if the file has no such line
  public static Site of(String path, String text, int line) throws FormatException {
    return of(path, text, line, Map.of());
  }

  /// A line of a file among others, given as path and text.
  ///
  /// @throws FormatException for the reasons of [SourceFile#of], about any of the files, and if
  ///     the file has no such line
  public static Site of(String path, String text, int line, Map<String, String> neighbours)
      throws FormatException {
    List<SourceFile> others = new ArrayList<>();
    for (Map.Entry<String, String> other : neighbours.entrySet()) {
      others.add(SourceFile.of(other.getKey(), other.getValue()));
    }
    SourceFile file = SourceFile.of(path, text);
    if (line < 1 || line > file.lineCount()) {
      throw new FormatException(
          path, "has no line " + line + ": the profile is of another revision");
    }
    return new Site(file, line, others);
  }

  /// The first of these names that is free: the name itself, then with 2, 3 …
  static String free(String name, Predicate<String> taken) {
    return Stream.concat(
            Stream.of(name), Stream.iterate(2, n -> n + 1).map(number -> name + number))
        .filter(taken.negate())
        .findFirst()
        .orElseThrow();
  }

  /// Whether a word is used as a name of any kind in the file or in its neighbours.
  boolean isName(String word) {
    return isName(word, Stream.concat(Stream.of(file), neighbours.stream()));
  }

  /// Whether a word is used as a name of any kind in the file's neighbours.
  boolean isNameAmongNeighbours(String word) {
    return isName(word, neighbours.stream());
  }

  private static boolean isName(String word, Stream<SourceFile> files) {
    return files
        .flatMap(source -> source.root().walk())
        .anyMatch(node -> node.children().isEmpty() && node.named() && node.isText(word));
  }
}
