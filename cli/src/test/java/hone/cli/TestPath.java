package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs that tests need and users do not: on the search path, or on `HONE_TEST_PATH`.
final class TestPath {

  private TestPath() {}

  /// All folders that are searched, as the variable PATH has them.
  static String folders() {
    String more = System.getenv().getOrDefault("HONE_TEST_PATH", "");
    return (more.isEmpty() ? "" : more + File.pathSeparator)
        + System.getenv().getOrDefault("PATH", "");
  }

  /// Where a program is. Without it a test is skipped, but never in CI.
  static Path needed(String program) {
    Optional<Path> found =
        Stream.of(folders().split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    if (System.getenv("CI") == null) {
      assumeTrue(found.isPresent(), program + " is not here: .ci/run brings it");
    }
    assertThat(found).as("%s on the PATH", program).isPresent();
    return found.orElseThrow();
  }
}
