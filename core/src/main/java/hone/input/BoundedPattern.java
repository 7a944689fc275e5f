package hone.input;

import hone.regex.GoExpression;
import hone.regex.SyntaxException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression in the syntax of Go's RE2, as pprof takes them, whose work on each text is
/// bounded: expressions come from command lines and from inside profiles.
public final class BoundedPattern {

  private static final int STEPS_PER_TEXT = 200_000;
  private static final int LONGEST_EXPRESSION = 20_000;

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
  /// @throws ExpressionException if Go would refuse it
  public static BoundedPattern of(String expression) {
    if (expression.length() > LONGEST_EXPRESSION) {
      throw new ExpressionException("regular expression is longer than " + LONGEST_EXPRESSION);
    }
    try {
      return new BoundedPattern(expression, Pattern.compile(GoExpression.java(expression)));
    } catch (SyntaxException refused) {
      throw new ExpressionException(
          "regular expression " + refused.getMessage() + ": '" + expression + "'");
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
}
