package hone.format.collapsed;

import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One collapsed stack.
///
/// @param frames outermost first, none blank; none at all where the profiler saw no stack
/// @param count  not negative
record CollapsedLine(List<String> frames, long count) {

  private static final int LONGEST_COUNT = 18;
  private static final int LONGEST_PLACED = 4096;

  /// The file may begin with a drive or a scheme, as in `C:\app.py` and `node:fs`.
  private static final Pattern PLACED =
      Pattern.compile(
          "(?<function>.*[^ ])"
              + " \\((?<file>(?:[A-Za-z][A-Za-z0-9+.-]{0,19}:(?=\\D))?[^():]+):(?<line>\\d{1,9})\\)");

  /// How FlameGraph and async-profiler mark what a frame ran as: compiled, inlined, kernel,
  /// interpreted, compiled by C1.
  private static final Pattern MARKED = Pattern.compile(".+_\\[[jik01]]");

  private static final int MARK = "_[j]".length();

  CollapsedLine {
    frames = List.copyOf(frames);
  }

  /// The line as a stack, where it is one.
  static Optional<CollapsedLine> of(String text) {
    String line = text.stripTrailing();
    int space = line.lastIndexOf(' ');
    if (space < 0 || isComment(line) || !isCount(line, space + 1)) {
      return Optional.empty();
    }
    List<String> frames = frames(line.substring(0, space));
    return Optional.of(new CollapsedLine(frames, Long.parseLong(line.substring(space + 1))));
  }

  /// Lines that tools put before the stacks.
  static boolean isComment(String line) {
    return line.startsWith("# ") || line.startsWith("//");
  }

  /// Whether the line is a stack whose number is not whole.
  static boolean hasFraction(String text) {
    String line = text.stripTrailing();
    int point = line.lastIndexOf('.');
    int space = line.lastIndexOf(' ');
    return space > 0
        && point > space + 1
        && isCount(line.substring(0, point), space + 1)
        && isCount(line, point + 1);
  }

  /// The frame of a name; py-spy's `function (file:line)` has its place in it, and a mark such as
  /// `_[j]` is not part of the name.
  static Frame frame(String name) {
    if (name.endsWith(")") && name.length() <= LONGEST_PLACED) {
      Matcher placed = PLACED.matcher(name);
      if (placed.matches() && !placed.group("function").isBlank()) {
        return new Frame(
            placed.group("function"), placed.group("file"), Integer.parseInt(placed.group("line")));
      }
    }
    boolean marked = name.endsWith("]") && MARKED.matcher(name).matches();
    String unmarked = marked ? name.substring(0, name.length() - MARK) : name;
    return Frame.named(unmarked.isBlank() ? name : unmarked);
  }

  private static boolean isCount(String line, int from) {
    int digits = line.length() - from;
    if (digits < 1 || digits > LONGEST_COUNT) {
      return false;
    }
    for (int at = from; at < line.length(); at++) {
      if (line.charAt(at) < '0' || line.charAt(at) > '9') {
        return false;
      }
    }
    return true;
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
