package hone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The real `go tool pprof`, as an oracle; its symbolization is off.
public final class GoTool {

  private GoTool() {}

  /// What it prints and how it ended.
  public record Run(int exitCode, String out) {}

  /// Runs it on some profiles.
  ///
  /// @param folder where it runs: pprof shortens paths that hold the name of its own folder
  public static Run pprof(Path folder, List<String> options, Path... profiles)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("go", "tool", "pprof", "-symbolize=none"));
    command.addAll(options);
    command.addAll(Arrays.stream(profiles).map(Path::toString).toList());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PPROF_TMPDIR", folder.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      assumeTrue(System.getenv("CI") != null, "skipped: go is not installed");
      throw absent;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
