package hone.service;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The runtimes whose services hone can profile.
public enum Language {
  GO(".go"),
  PYTHON(".py"),
  NODE(".js"),
  JAVA(".java");

  private final String extension;

  Language(String extension) {
    this.extension = extension;
  }

  /// As `hone.yaml` writes it: `go`, `python`, `node`, `java`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a list of the service's files says: the language whose build file stands nearest the
  /// top, else the one with most source files. Equal claims settle nothing.
  ///
  /// @param paths relative to the service's folder, with `/`
  public static Optional<Language> detected(Collection<String> paths) {
    Optional<Language> built = smallest(paths);
    return built.isPresent() ? built : commonest(paths);
  }

  private static Optional<Language> smallest(Collection<String> paths) {
    int least = Integer.MAX_VALUE;
    Optional<Language> found = Optional.empty();
    for (Language language : values()) {
      int depth = language.buildFileDepth(paths);
      if (depth < least) {
        least = depth;
        found = Optional.of(language);
      } else if (depth == least) {
        found = Optional.empty();
      }
    }
    return found;
  }

  private int buildFileDepth(Collection<String> paths) {
    return paths.stream()
        .filter(path -> buildFiles().contains(path.substring(path.lastIndexOf('/') + 1)))
        .mapToInt(path -> path.split("/", -1).length)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static Optional<Language> commonest(Collection<String> paths) {
    long most = 0;
    Optional<Language> found = Optional.empty();
    for (Language language : values()) {
      long count = paths.stream().filter(path -> path.endsWith(language.extension)).count();
      if (count > most) {
        most = count;
        found = Optional.of(language);
      } else if (count == most) {
        found = Optional.empty();
      }
    }
    return found;
  }

  private List<String> buildFiles() {
    return switch (this) {
      case GO -> List.of("go.mod");
      case PYTHON ->
          List.of("pyproject.toml", "requirements.txt", "setup.py", "setup.cfg", "Pipfile");
      case NODE -> List.of("package.json");
      case JAVA -> List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml");
    };
  }
}
