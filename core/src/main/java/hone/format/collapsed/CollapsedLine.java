package hone.format.collapsed;

import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One collapsed stack.
///
/// @param frames outermost first, none blank
/// @param count  not negative
record CollapsedLine(List<String> frames, long count) {

  private static final int LONGEST_COUNT = 18;
  private static final Pattern PLACED =
      Pattern.compile("(?<function>[^()]*[^() ]) \\((?<file>[^():]+):(?<line>\\d{1,9})\\)");

  CollapsedLine {
    frames = List.copyOf(frames);
  }

  /// The line as a stack, where it is one.
  static Optional<CollapsedLine> of(String text) {
    String line = text.stripTrailing();
    int space = line.lastIndexOf(' ');
    if (space <= 0 || isComment(line) || !isCount(line, space + 1)) {
      return Optional.empty();
    }
    List<String> frames = frames(line.substring(0, space));
    return frames.isEmpty()
        ? Optional.empty()
        : Optional.of(new CollapsedLine(frames, Long.parseLong(line.substring(space + 1))));
  }

  /// Lines that tools put before the stacks.
  static boolean isComment(String line) {
    return line.startsWith("# ") || line.startsWith("//");
  }

  /// The frame of a name; py-spy's `function (file:line)` has its place in it.
  static Frame frame(String name) {
    Matcher placed = PLACED.matcher(name);
    return placed.matches()
        ? new Frame(
            placed.group("function"), placed.group("file"), Integer.parseInt(placed.group("line")))
        : Frame.named(name);
  }

  private static boolean isCount(String line, int from) {
    int digits = line.length() - from;
    return digits >= 1
        && digits <= LONGEST_COUNT
        && line.chars().skip(from).allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static List<String> frames(String stack) {
    List<String> frames = new ArrayList<>();
    int from = 0;
    while (from <= stack.length()) {
      int end = stack.indexOf(';', from);
      int to = end < 0 ? stack.length() : end;
      String frame = stack.substring(from, to);
      if (!frame.isBlank()) {
        frames.add(frame);
      }
      from = to + 1;
    }
    return frames;
  }
}
