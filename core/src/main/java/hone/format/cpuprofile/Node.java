package hone.format.cpuprofile;

import hone.input.FormatException;
import hone.input.JsonDocument;
import java.util.ArrayList;
import java.util.List;

/// One node of the call tree, while it is read.
final class Node {

  /// How often a line of the node's function was met.
  record Ticks(int line, long count) {}

  static final int NO_FUNCTION = -1;

  long id;
  long hits;

  /// The number of its function among those of all nodes.
  int function = NO_FUNCTION;

  private List<Ticks> metLines = List.of();

  /// Adds how often a line was met, if it was. Most nodes have one, or none.
  void add(Ticks line) {
    if (line.count() <= 0 || line.line() <= 0) {
      return;
    }
    if (metLines.isEmpty()) {
      metLines = new ArrayList<>(1);
    }
    metLines.add(line);
  }

  /// A line as it may be written; below 1 where none is known.
  static long line(JsonDocument document, long line) throws FormatException {
    if (line > Integer.MAX_VALUE) {
      throw document.broken("'" + line + "' is no line");
    }
    return Math.max(0, line);
  }

  /// The lines that were met.
  List<Ticks> metLines() {
    return metLines;
  }
}
