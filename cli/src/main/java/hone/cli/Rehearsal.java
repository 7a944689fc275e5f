package hone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs the short commands once, so that an AOT cache recorded meanwhile holds what they load.
final class Rehearsal {

  private static final List<List<String>> RUNS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("completion", "--help"),
          List.of("no-such-command"));

  private Rehearsal() {}

  /// Takes no arguments; writes one small profile into the directory of temporary files, and removes
  /// it again.
  public static void main(String[] args) throws IOException {
    RUNS.forEach(Rehearsal::run);
    Path profile = Files.createTempFile("hone", ".collapsed");
    try {
      Files.writeString(profile, "main;serve;render 3\nmain;serve 1\n");
      run(List.of("top", profile.toString()));
    } finally {
      Files.delete(profile);
    }
  }

  private static void run(List<String> words) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, words.toArray(String[]::new));
  }
}
