package hone.syntax;

import java.util.Locale;
import java.util.Optional;

/// A language that can be parsed, told by the name of a file.
public enum SourceLanguage {
  GO,
  PYTHON,
  JAVASCRIPT,
  TYPESCRIPT,
  JAVA;

  /// The language of a file, by the end of its name; empty where it is none of these.
  public static Optional<SourceLanguage> of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "go" -> Optional.of(GO);
      case "py", "pyi" -> Optional.of(PYTHON);
      case "js", "mjs", "cjs", "jsx" -> Optional.of(JAVASCRIPT);
      case "ts", "mts", "cts" -> Optional.of(TYPESCRIPT);
      case "java" -> Optional.of(JAVA);
      default -> Optional.empty();
    };
  }
}
