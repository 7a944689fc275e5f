package hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the README of a sample program says of its bottleneck, but for its share, which is one
/// machine's.
record Truth(String file, int line, String function, String category) {

  /// The rows of the table below `## The truth`: one, or more where a profiler may show the same
  /// bottleneck at another place.
  static List<Truth> of(Path program) throws IOException {
    List<Truth> rows =
        Files.readAllLines(program.resolve("README.md")).stream()
            .dropWhile(line -> !line.equals("## The truth"))
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .map(row -> row.split("\\s*\\|\\s*", -1))
            .map(cells -> new Truth(cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]))
            .toList();
    if (rows.isEmpty()) {
      throw new IOException(program + "/README.md has no table below '## The truth'");
    }
    return rows;
  }

  String place() {
    return file + ":" + line;
  }
}
