package hone.input;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression in the syntax of Go's RE2, as pprof takes them, whose work on each text is
/// bounded: expressions come from command lines and from inside profiles.
public final class BoundedPattern {

  /// Go folds the case of all letters, and ends lines at line feeds only.
  private static final int AS_IN_GO = Pattern.UNICODE_CASE | Pattern.UNIX_LINES;

  private static final int STEPS_PER_TEXT = 200_000;
  private static final int LONGEST_EXPRESSION = 20_000;
  private static final int MOST_REPETITIONS = 1000;

  private final String expression;
  private final Pattern pattern;

  private BoundedPattern(String expression, Pattern pattern) {
    this.expression = expression;
    this.pattern = pattern;
  }

  /// An expression that cannot be read, or that takes too long on some text.
  public static final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExpressionException(String message) {
      super(message);
    }
  }

  /// The compiled expression.
  ///
  /// @throws ExpressionException if it cannot be read, or repeats a part more than 1000 times, which
  ///                             RE2 refuses too: repeating nothing takes no step of the text
  public static BoundedPattern of(String expression) {
    if (expression.length() > LONGEST_EXPRESSION) {
      throw new ExpressionException("regular expression is longer than " + LONGEST_EXPRESSION);
    }
    if (new Repetition(expression).most() > MOST_REPETITIONS) {
      throw new ExpressionException(
          "regular expression repeats more than "
              + MOST_REPETITIONS
              + " times: '"
              + expression
              + "'");
    }
    try {
      return new BoundedPattern(expression, Pattern.compile(java(expression), AS_IN_GO));
    } catch (PatternSyntaxException | StackOverflowError bad) {
      throw new ExpressionException("regular expression cannot be read: '" + expression + "'");
    }
  }

  /// Whether it matches some part of the text.
  ///
  /// @throws ExpressionException if that takes too many steps
  public boolean finds(String text) {
    try {
      return pattern.matcher(new Metered(text, STEPS_PER_TEXT)).find();
    } catch (Metered.Exhausted | StackOverflowError endless) {
      throw tooLong(text);
    }
  }

  /// Whether it matches the whole text.
  ///
  /// @throws ExpressionException if that takes too many steps
  public boolean matches(String text) {
    try {
      return pattern.matcher(new Metered(text, STEPS_PER_TEXT)).matches();
    } catch (Metered.Exhausted | StackOverflowError endless) {
      throw tooLong(text);
    }
  }

  /// As it was given.
  @Override
  public String toString() {
    return expression;
  }

  private ExpressionException tooLong(String text) {
    return new ExpressionException(
        "regular expression takes too long on '" + text + "': '" + expression + "'");
  }

  /// The same in the spelling of this platform: named groups, classes by name, scripts, and the
  /// characters that mean something only here inside a class.
  private static String java(String expression) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    int at = 0;
    while (at < expression.length()) {
      char here = expression.charAt(at);
      int taken = 1;
      if (here == '\\') {
        taken = escape(expression, at, java);
      } else if (!inClass && expression.startsWith("(?P<", at)) {
        java.append("(?<");
        taken = 4;
      } else if (!inClass && here == '[') {
        inClass = true;
        taken = expression.startsWith("[^", at) ? 2 : 1;
        java.append(expression, at, at + taken);
        if (expression.startsWith("]", at + taken)) {
          java.append("\\]");
          taken++;
        }
      } else if (inClass
          && expression.startsWith("[:", at)
          && expression.indexOf(":]", at + 2) > 0) {
        int end = expression.indexOf(":]", at + 2);
        java.append(named(expression.substring(at + 2, end)));
        taken = end + 2 - at;
      } else if (inClass && (here == '[' || here == '&')) {
        java.append('\\').append(here);
      } else {
        inClass &= here != ']';
        java.append(here);
      }
      at += taken;
    }
    return java.toString();
  }

  /// Appends an escape, and tells how long it is.
  private static int escape(String expression, int at, StringBuilder java) {
    boolean script =
        expression.startsWith("{", at + 2)
            && (expression.startsWith("p", at + 1) || expression.startsWith("P", at + 1))
            && expression.indexOf('}', at) > at + 4;
    if (script) {
      java.append(expression, at, at + 3).append("Is");
      return 3;
    }
    if (expression.startsWith("v", at + 1)) {
      // Here it would be every character that ends a line.
      java.append("\\x0B");
      return 2;
    }
    int taken = Math.min(2, expression.length() - at);
    java.append(expression, at, at + taken);
    return taken;
  }

  /// A class such as `alpha` or `^digit`.
  private static String named(String name) {
    boolean negated = name.startsWith("^");
    String word = (negated ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "word" -> negated ? "\\W" : "\\w";
      case "ascii" -> (negated ? "\\P" : "\\p") + "{ASCII}";
      case "xdigit" -> (negated ? "\\P" : "\\p") + "{XDigit}";
      case "" -> "[:" + name + ":]";
      default -> {
        String upper = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        yield (negated ? "\\P{" : "\\p{") + upper + "}";
      }
    };
  }
}
