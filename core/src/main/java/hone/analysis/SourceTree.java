package hone.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The tracked files of a repository at one revision.
///
/// @param tracked paths relative to the repository's root, with `/`
/// @param text    the text of a tracked path; empty where it is gone or no text
public record SourceTree(Collection<String> tracked, Function<String, Optional<String>> text) {

  public SourceTree {
    tracked = Collections.unmodifiableSet(new TreeSet<>(tracked));
  }

  /// The text of a path; empty where the path is not tracked.
  public Optional<String> textOf(String path) {
    return tracked.contains(path) ? text.apply(path) : Optional.empty();
  }

  /// Lines of a file; 0 where it cannot be read.
  public int lineCount(String path) {
    return textOf(path).map(found -> Math.toIntExact(found.lines().count())).orElse(0);
  }

  /// One line of a file without white space around it; empty where there is no such line.
  ///
  /// @param line counts from 1
  public Optional<String> line(String path, int line) {
    return line < 1
        ? Optional.empty()
        : textOf(path)
            .flatMap(found -> found.lines().skip(line - 1L).findFirst())
            .map(String::strip);
  }

  /// Files whose name is one of these.
  Collection<String> named(Set<String> names) {
    return tracked.stream()
        .filter(path -> names.contains(path.substring(path.lastIndexOf('/') + 1)))
        .toList();
  }
}
