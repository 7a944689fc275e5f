package hone.service;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Invariants that several records of this package share.
final class Checks {

  private Checks() {}

  static void filled(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
  }

  static void positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is not positive: \"" + duration + "\"");
    }
  }

  static void regex(String text) {
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException broken) {
      throw new IllegalArgumentException(
          "not a regular expression: \"" + text + "\": " + broken.getDescription(), broken);
    }
  }

  /// A path that stays inside the folder it is relative to.
  static void inside(String what, String path) {
    boolean leaves = path.startsWith("/") || ("/" + path + "/").contains("/../");
    if (leaves || path.contains("\\")) {
      throw new IllegalArgumentException(
          what + " is not a relative path inside the folder of the file: \"" + path + "\"");
    }
  }
}
