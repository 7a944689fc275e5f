package hone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// hone as a process of its own.
final class Hone {

  private Hone() {}

  /// Starts it, so that it can be interrupted also where these tests run in the background of a
  /// shell, which makes its children ignore that.
  ///
  /// @param said gets what it prints, on both streams
  static Process started(Path said, String... arguments) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "hone.cli.Main"));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }
}
