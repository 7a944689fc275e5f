package hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the README of a sample program says of its bottleneck, but for its share, which is one
/// machine's.
record Truth(String file, int line, String function, String category) {

  /// The only row of the table below `## The truth`.
  static Truth of(Path program) throws IOException {
    List<String> rows =
        Files.readAllLines(program.resolve("README.md")).stream()
            .dropWhile(line -> !line.equals("## The truth"))
            .filter(line -> line.startsWith("| "))
            .toList();
    if (rows.size() < 2) {
      throw new IOException(program + "/README.md has no table below '## The truth'");
    }
    String[] cells = rows.get(1).split("\\s*\\|\\s*", -1);
    return new Truth(cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]);
  }
}
