package hone.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Runs the short commands once, so that an AOT cache recorded meanwhile holds what they load.
final class Rehearsal {

  private static final List<List<String>> RUNS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("completion", "--help"),
          List.of("no-such-command"));

  private static final String NODES =
      """
      {"nodes": [{"id": 1, "callFrame": {"functionName": "main", "url": "a.js", "lineNumber": 1,
        "columnNumber": 1}, "hitCount": 1, "children": []}],
        "startTime": 0, "endTime": 2, "samples": [1], "timeDeltas": [1]}
      """;

  private Rehearsal() {}

  /// Takes no arguments; writes small inputs into a directory of temporary files, and removes them
  /// again.
  public static void main(String[] args) throws IOException {
    RUNS.forEach(Rehearsal::run);
    Path folder = Files.createTempDirectory("hone");
    try {
      inputs(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static void inputs(Path folder) throws IOException {
    Path collapsed = folder.resolve("small.collapsed");
    Path packed = folder.resolve("small.pb.gz");
    Path nodes = folder.resolve("small.cpuprofile");
    Files.writeString(collapsed, "main;serve;render 3\nmain;serve 1\n");
    Files.writeString(nodes, NODES);
    run(List.of("convert", collapsed.toString(), packed.toString()));
    for (Path profile : List.of(collapsed, packed, nodes)) {
      run(List.of("top", profile.toString()));
    }
    Path results = folder.resolve("small.txt");
    Files.writeString(results, "BenchmarkSmall 1 100 ns/op\nBenchmarkSmall 1 101 ns/op\n");
    run(List.of("compare", results.toString(), results.toString()));
    run(List.of("diff", packed.toString(), packed.toString()));
    run(List.of("flame", "-o", folder.resolve("small.html").toString(), packed.toString()));
  }

  private static void run(List<String> words) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, words.toArray(String[]::new));
  }
}
