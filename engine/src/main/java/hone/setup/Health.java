package hone.setup;

import hone.workspace.Refusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for the path at which a service says that it is ready.
final class Health {

  private static final Pattern PATH =
      Pattern.compile(
          "[\"'`](?:GET )?(/(?:healthz|readyz|livez|health|ready|ping|status|actuator/health))[\"'`]");
  private static final int MOST_FILES = 200;

  private Health() {}

  /// The first such path that stands as a text in a source file.
  ///
  /// @param extension of the language's sources, for example `.go`
  static Optional<String> path(RepositoryFiles files, String extension) throws Refusal {
    int looked = 0;
    for (String path : files.paths()) {
      if (path.endsWith(extension) && !path.matches("(?i).*(test|bench|vendor/|node_modules/).*")) {
        Matcher found = PATH.matcher(files.text(path));
        if (found.find()) {
          return Optional.of(found.group(1));
        }
        looked++;
        if (looked == MOST_FILES) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
