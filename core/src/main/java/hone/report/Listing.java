package hone.report;

import hone.view.Routine;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A function with the source it was recorded with, where that is known.
///
/// @param path   path of the tracked file, relative to the repository's root
/// @param text   lines of that file; none where the source is not known
/// @param unread why it is not known
public record Listing(
    Routine routine, Optional<String> path, List<String> text, Optional<String> unread) {

  private static final int MARGIN = 5;

  public Listing {
    text = List.copyOf(text);
  }

  /// Which lines to show: those that cost anything with a few around each, and what is left out
  /// between two where it is no more than a line.
  BitSet shown() {
    BitSet shown = new BitSet();
    for (Routine.Line line : routine.lines()) {
      if (line.number() > 0 && line.number() <= text.size()) {
        shown.set(
            Math.max(1, line.number() - MARGIN), Math.min(text.size(), line.number() + MARGIN) + 1);
      }
    }
    for (int gap = shown.nextClearBit(1); gap < shown.length(); gap = shown.nextClearBit(gap)) {
      int end = shown.nextSetBit(gap);
      if (end - gap == 1 && gap > shown.nextSetBit(1)) {
        shown.set(gap);
      }
      gap = end;
    }
    return shown;
  }
}
