package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A language's own tool, run to its end.
final class Tool {

  private static final int LIMIT_SECONDS = 120;

  private Tool() {}

  /// Skips the test where a program is not on the PATH.
  static void assumeOnPath(String program) {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(found, program + " is not on the PATH");
  }

  /// What the program prints; it must end well.
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path complained = Files.createTempFile(folder, "complained", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectOutput(said.toFile())
            .redirectError(complained.toFile());
    builder.environment().put("GOFLAGS", "-mod=mod");
    builder.environment().put("GOPROXY", "off");
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("%s ends in time", command[0]).isTrue();
    assertThat(process.exitValue())
        .as("%s", Files.readString(complained, StandardCharsets.UTF_8))
        .isZero();
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
