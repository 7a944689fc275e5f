package hone.setup;

import hone.workspace.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tracked files of a service, as far as first settings can be read from them. What is taken
/// from a file's text is a plain name: nothing in it means anything to YAML or a shell.
///
/// @param paths relative to the service's directory, with `/`
/// @param texts the text of one of them
public record RepositoryFiles(List<String> paths, Texts texts) {

  private static final String PLAIN = "[A-Za-z0-9@][A-Za-z0-9._/@-]{0,120}";

  /// Reads a tracked file.
  @FunctionalInterface
  public interface Texts {
    /// Nothing where there is no such file.
    Optional<String> of(String path) throws Refusal;
  }

  public RepositoryFiles {
    paths = List.copyOf(paths);
  }

  boolean has(String path) {
    return paths.contains(path);
  }

  /// Whether a file matches.
  boolean any(String pattern) {
    return paths.stream().anyMatch(path -> path.matches(pattern));
  }

  /// The file of one of these names that stands nearest the top; earlier names first.
  Optional<String> first(String... names) {
    for (String name : names) {
      Optional<String> found =
          paths.stream()
              .filter(path -> path.equals(name) || path.endsWith("/" + name))
              .min((one, other) -> Integer.compare(one.length(), other.length()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The first of these folders that holds a file.
  List<String> folders(Collection<String> names) {
    return names.stream().filter(name -> any(Pattern.quote(name + "/") + ".*")).toList();
  }

  /// The first group of a pattern in a file, where it is a plain name.
  Optional<String> named(String path, String pattern) throws Refusal {
    if (!has(path)) {
      return Optional.empty();
    }
    Matcher found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text(path));
    return found.find()
        ? Optional.of(found.group(1)).filter(name -> name.matches(PLAIN))
        : Optional.empty();
  }

  /// The text of a file, empty where there is none.
  String text(String path) throws Refusal {
    return has(path) ? texts.of(path).orElse("") : "";
  }
}
