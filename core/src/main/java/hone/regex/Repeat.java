package hone.regex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often something comes one after another.
///
/// @param least how often at least
/// @param most  how often at most, or -1 where there is no end
/// @param end   where in the expression the repetition ends
record Repeat(int least, int most, int end) {

  static final int MOST = 1000;

  /// Numbers that begin with a zero are none, as in Go.
  private static final Pattern FORM =
      Pattern.compile("([*+?]|\\{(0|[1-9]\\d*)(?:(,)(0|[1-9]\\d*)?)?})\\??");

  /// The repetition at a place, where there is one: what only looks like a count is text.
  ///
  /// @throws SyntaxException if its numbers are too large or the wrong way round
  static Optional<Repeat> at(String expression, int at) {
    Matcher form = FORM.matcher(expression).region(at, expression.length());
    if (!form.lookingAt()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (form.group(1)) {
          case "*" -> new Repeat(0, -1, form.end());
          case "+" -> new Repeat(1, -1, form.end());
          case "?" -> new Repeat(0, 1, form.end());
          default -> counted(form);
        });
  }

  private static Repeat counted(Matcher form) {
    int least = number(form.group(2));
    boolean open = form.group(3) != null && form.group(4) == null;
    int most = open ? -1 : form.group(3) == null ? least : number(form.group(4));
    if (least > MOST || most > MOST) {
      throw tooOften();
    }
    if (most >= 0 && least > most) {
      throw new SyntaxException("has an impossible count " + form.group(1));
    }
    return new Repeat(least, most, form.end());
  }

  private static int number(String digits) {
    return digits.length() > 4 ? MOST + 1 : Integer.parseInt(digits);
  }

  static SyntaxException tooOften() {
    return new SyntaxException("repeats more than " + MOST + " times");
  }

  /// How it stands in the expression.
  String text(String expression, int at) {
    return expression.substring(at, end);
  }

  /// In the spelling of this platform.
  String spelled() {
    if (most < 0 && least < 2) {
      return least == 0 ? "*" : "+";
    }
    return least == 0 && most == 1 ? "?" : "{" + least + "," + (most < 0 ? "" : most) + "}";
  }

  /// How many copies of what holds so many it makes; what comes never has none.
  long copies(long inside) {
    int times = most < 0 ? least : most;
    return most == 0 ? 1 : Math.max(1, times) * inside;
  }
}
