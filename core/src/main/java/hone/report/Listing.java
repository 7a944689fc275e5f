package hone.report;

import hone.view.Routine;
import java.util.List;
import java.util.Optional;

/// A function with the source it was recorded with, where that is known.
///
/// @param path path of the tracked file, relative to the repository's root
/// @param text lines of that file; none where the source is not known
public record Listing(Routine routine, Optional<String> path, List<String> text) {

  private static final int MARGIN = 5;

  public Listing {
    text = List.copyOf(text);
  }

  /// The first line to show: a few above the first that costs anything.
  int first() {
    return Math.max(1, costs(true) - MARGIN);
  }

  /// The last line to show, at most the last there is.
  int last() {
    return Math.min(text.size(), costs(false) + MARGIN);
  }

  private int costs(boolean first) {
    List<Routine.Line> lines = routine.lines().stream().filter(line -> line.number() > 0).toList();
    if (lines.isEmpty()) {
      return 0;
    }
    return (first ? lines.getFirst() : lines.getLast()).number();
  }
}
