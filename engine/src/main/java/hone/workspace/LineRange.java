package hone.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Neighbouring lines of a file.
///
/// @param first from 1
/// @param last  not before `first`
public record LineRange(int first, int last) {

  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");

  public LineRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no range of lines: " + first + " to " + last);
    }
  }

  /// Whether the two have a line in common.
  public boolean meets(LineRange other) {
    return first <= other.last && other.first <= last;
  }

  /// The new lines of a diff of one file without context.
  static List<LineRange> ofHunks(String diff) {
    List<LineRange> ranges = new ArrayList<>();
    for (String line : diff.split("\n", -1)) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(1));
        int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        int first = Math.max(1, start);
        ranges.add(new LineRange(first, Math.max(first, start + count - 1)));
      }
    }
    return List.copyOf(ranges);
  }
}
