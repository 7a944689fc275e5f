package hone.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two texts as a unified diff with three lines around each change.
final class UnifiedDiff {

  private static final int AROUND = 3;
  private static final long MOST_CELLS = 4_000_000;

  /// A line of the diff: its mark and text.
  private record Edit(char mark, String text) {}

  private UnifiedDiff() {}

  static List<String> of(String path, Optional<String> before, String after) {
    List<String> old = before.map(UnifiedDiff::lines).orElse(List.of());
    List<Edit> edits = edits(old, lines(after));
    List<String> diff = new ArrayList<>();
    int at = 0;
    while (at < edits.size()) {
      int change = next(edits, at);
      if (change == edits.size()) {
        break;
      }
      int end = change;
      for (int other = change; other < edits.size() && other <= end + 2 * AROUND; other++) {
        end = edits.get(other).mark() == ' ' ? end : other;
      }
      int first = Math.max(at, change - AROUND);
      int last = Math.min(edits.size(), end + 1 + AROUND);
      diff.add(header(edits, first, last));
      edits.subList(first, last).forEach(edit -> diff.add(edit.mark() + edit.text()));
      at = last;
    }
    if (!diff.isEmpty()) {
      diff.addAll(
          0, List.of(before.isPresent() ? "--- a/" + path : "--- /dev/null", "+++ b/" + path));
    }
    return List.copyOf(diff);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static int next(List<Edit> edits, int from) {
    int at = from;
    while (at < edits.size() && edits.get(at).mark() == ' ') {
      at++;
    }
    return at;
  }

  /// Lines that both have at the beginning and at the end stay; between them a longest common
  /// subsequence does as well, where the two are not too long for one.
  private static List<Edit> edits(List<String> old, List<String> now) {
    int least = Math.min(old.size(), now.size());
    int head = 0;
    while (head < least && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<Edit> edits = new ArrayList<>(marked(' ', old.subList(0, head)));
    edits.addAll(
        between(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail)));
    edits.addAll(marked(' ', old.subList(old.size() - tail, old.size())));
    return edits;
  }

  private static List<Edit> between(List<String> old, List<String> now) {
    List<Edit> edits = new ArrayList<>();
    if ((long) old.size() * now.size() > MOST_CELLS) {
      edits.addAll(marked('-', old));
      edits.addAll(marked('+', now));
      return edits;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        edits.add(new Edit(' ', old.get(i)));
        i++;
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        edits.add(new Edit('-', old.get(i)));
        i++;
      } else {
        edits.add(new Edit('+', now.get(j)));
        j++;
      }
    }
    return edits;
  }

  /// Lengths of the longest common subsequences of what is left from each pair of lines on.
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Edit> marked(char mark, List<String> lines) {
    return lines.stream().map(line -> new Edit(mark, line)).toList();
  }

  private static String header(List<Edit> edits, int first, int last) {
    return "@@ -%s +%s @@"
        .formatted(range(edits, first, last, '+'), range(edits, first, last, '-'));
  }

  /// First line and number of lines on the side that has no lines of this mark.
  private static String range(List<Edit> edits, int first, int last, char other) {
    long before = edits.subList(0, first).stream().filter(edit -> edit.mark() != other).count();
    long count = edits.subList(first, last).stream().filter(edit -> edit.mark() != other).count();
    return (count == 0 ? before : before + 1) + "," + count;
  }
}
