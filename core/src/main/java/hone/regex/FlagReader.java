package hone.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what begins with `(?`: a group with a name or without, flags, or both.
final class FlagReader {

  private static final Pattern NAMED = Pattern.compile("\\(\\?P?<[0-9A-Za-z_]+>");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?([imsU]*)(?:-([imsU]+))?([:)])");
  private static final int MOST_SHOWN = 20;

  private final Flags flags;
  private final int end;
  private final boolean group;

  /// @throws SyntaxException if it is nothing that Go knows, such as a look-ahead
  FlagReader(String expression, int at, Flags before) {
    Matcher named = NAMED.matcher(expression).region(at, expression.length());
    Matcher set = FLAGS.matcher(expression).region(at, expression.length());
    if (named.lookingAt()) {
      flags = before;
      end = named.end();
      group = true;
    } else if (set.lookingAt()) {
      String off = set.group(2) == null ? "" : set.group(2);
      flags = changed(changed(before, set.group(1), true), off, false);
      end = set.end();
      group = set.group(3).equals(":");
    } else {
      String shown = expression.substring(at, Math.min(expression.length(), at + MOST_SHOWN));
      throw new SyntaxException("has unknown syntax " + shown);
    }
  }

  /// Which repetitions are greedy does not matter: a match is a match.
  private static Flags changed(Flags flags, String letters, boolean on) {
    return new Flags(
        letters.contains("i") ? on : flags.anyCase(),
        letters.contains("m") ? on : flags.lines(),
        letters.contains("s") ? on : flags.dotAll());
  }

  /// What holds behind it.
  Flags flags() {
    return flags;
  }

  int end() {
    return end;
  }

  /// Whether it begins a group; else it is there for its flags only.
  boolean isGroup() {
    return group;
  }
}
