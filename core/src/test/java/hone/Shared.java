package hone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The corpus of foreign profiles beside the project, which is not part of it.
public final class Shared {

  private Shared() {}

  /// A folder or file of the corpus; the test is skipped, and says why, where there is none.
  public static Path path(String relative) {
    Path path = root().resolve(relative);
    assumeTrue(Files.exists(path), "skipped: no corpus at " + path);
    return path;
  }

  /// Every input of one format, in the order of their paths.
  public static List<Path> inputs(String format) throws IOException {
    try (Stream<Path> files = Files.walk(path("fixtures/profiles/" + format))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().endsWith("in"))
          .sorted()
          .toList();
    }
  }

  private static Path root() {
    Optional<String> given =
        Optional.ofNullable(System.getProperty("hone.shared"))
            .or(() -> Optional.ofNullable(System.getenv("HONE_SHARED")));
    return given
        .map(Path::of)
        .orElseGet(() -> Path.of("").toAbsolutePath().resolve("../../shared"));
  }
}
