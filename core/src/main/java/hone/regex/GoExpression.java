package hone.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Reads an expression of Go's and spells it for this platform, where it is to match the same
/// texts.
///
/// @see <a href="https://pkg.go.dev/regexp/syntax">Go, regexp/syntax</a>
public final class GoExpression {

  private static final int DEEPEST = 1000;
  private static final String ANY = "[\\x{0}-\\x{10ffff}]";
  private static final String ANY_OF_LINE = "[^\\x{a}]";
  private static final String BEGIN_OF_LINE = "(?:\\A|(?<=\\x{a}))";
  private static final String END_OF_LINE = "(?:\\z|(?=\\x{a}))";
  private static final String WORD = "[0-9A-Z_a-z]";
  private static final String BOUNDARY =
      "(?:(?<=%s)(?!%s)|(?<!%s)(?=%s))".formatted(WORD, WORD, WORD, WORD);

  /// Of an expression that knows characters beyond 16 bits no match begins amid one.
  private static final String NO_BOUNDARY =
      "(?:(?<=%s)(?=%s)|(?<!%s)(?!%s)(?=%s|\\z))".formatted(WORD, WORD, WORD, WORD, ANY);

  private final String expression;
  private final Deque<Group> open = new ArrayDeque<>();
  private Group group = new Group(Flags.NONE);
  private Flags flags = Flags.NONE;
  private int at;

  private GoExpression(String expression) {
    this.expression = expression;
  }

  /// The same in the spelling of `java.util.regex`, which needs no flags; its groups capture nothing.
  ///
  /// @throws SyntaxException if Go refuses it, or if it is more than 1000 groups deep
  public static String java(String expression) {
    return new GoExpression(expression).whole();
  }

  private String whole() {
    boolean repeated = false;
    while (at < expression.length()) {
      repeated = piece(repeated);
    }
    if (!open.isEmpty()) {
      throw new SyntaxException("has a ( without )");
    }
    return group.text();
  }

  /// Reads one piece, and tells whether it was a repetition of the one before.
  private boolean piece(boolean repeated) {
    char here = expression.charAt(at);
    switch (here) {
      case '(' -> open();
      case ')' -> close();
      case '|' -> {
        group.alternative();
        at++;
      }
      case '^' -> anchor(flags.lines() ? BEGIN_OF_LINE : "\\A");
      case '$' -> anchor(flags.lines() ? END_OF_LINE : "\\z");
      case '.' -> anchor(flags.dotAll() ? ANY : ANY_OF_LINE);
      case '[' -> {
        ClassReader reader = new ClassReader(expression, at, flags.anyCase());
        group.add(reader.text());
        at = reader.end();
      }
      case '\\' -> escape();
      default -> {
        Optional<Repeat> repeat = Repeat.at(expression, at);
        if (repeat.isPresent()) {
          repeat(repeat.get(), repeated);
          return true;
        }
        int character = expression.codePointAt(at);
        literal(character);
        at += Character.charCount(character);
      }
    }
    return false;
  }

  private void anchor(String text) {
    group.add(text);
    at++;
  }

  private void repeat(Repeat repeat, boolean repeated) {
    if (repeated) {
      throw new SyntaxException("has a repetition of a repetition " + repeat.text(expression, at));
    }
    group.repeat(repeat, repeat.text(expression, at));
    at = repeat.end();
  }

  private void literal(int character) {
    if (flags.anyCase()) {
      CharacterClass any = new CharacterClass(false);
      CaseFolding.equalTo(character).forEach(equal -> any.add(equal, equal));
      group.add(any.text(false));
    } else {
      group.add(CharacterClass.spelled(character));
    }
  }

  private void open() {
    Flags outer = flags;
    if (expression.startsWith("(?", at)) {
      FlagReader reader = new FlagReader(expression, at, flags);
      flags = reader.flags();
      at = reader.end();
      if (!reader.isGroup()) {
        return;
      }
    } else {
      at++;
    }
    if (open.size() == DEEPEST) {
      throw new SyntaxException("is more than " + DEEPEST + " groups deep");
    }
    open.push(group);
    group = new Group(outer);
  }

  private void close() {
    if (open.isEmpty()) {
      throw new SyntaxException("has a ) without (");
    }
    Group closed = group;
    group = open.pop();
    group.add(closed);
    flags = closed.flagsOutside();
    at++;
  }

  private void escape() {
    String two = expression.substring(at, Math.min(at + 2, expression.length()));
    switch (two) {
      case "\\A" -> group.add("\\A");
      case "\\z" -> group.add("\\z");
      case "\\b" -> group.add(BOUNDARY);
      case "\\B" -> group.add(NO_BOUNDARY);
      case "\\Q" -> {
        quotation();
        return;
      }
      default -> {
        ClassReader reader = new ClassReader(expression, at, flags.anyCase());
        Optional<String> shorthand = reader.shorthand();
        if (shorthand.isPresent()) {
          group.add(shorthand.get());
          at = reader.end();
        } else {
          Escape escape = Escape.at(expression, at);
          literal(escape.character());
          at = escape.end();
        }
        return;
      }
    }
    at += 2;
  }

  /// Literal characters up to the end of the quotation, or of the expression.
  private void quotation() {
    int from = at + 2;
    int end = expression.indexOf("\\E", from);
    String quoted = end < 0 ? expression.substring(from) : expression.substring(from, end);
    quoted.codePoints().forEach(this::literal);
    at = end < 0 ? expression.length() : end + 2;
  }
}
