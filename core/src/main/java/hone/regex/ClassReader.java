package hone.regex;

import java.util.Optional;

/// Reads a class in brackets, or one of the shorthands for classes such as `\d` and `\pL`.
final class ClassReader {

  private final String expression;
  private final int from;
  private final CharacterClass members;
  private int at;

  /// @param at where the bracket or the backslash is
  ClassReader(String expression, int at, boolean anyCase) {
    this.expression = expression;
    this.from = at;
    this.at = at;
    members = new CharacterClass(anyCase);
  }

  /// Where the class ends.
  int end() {
    return at;
  }

  /// The shorthand at this place, if there is one.
  ///
  /// @throws SyntaxException if it is of a property that there is not
  Optional<String> shorthand() {
    return addedShorthand() ? Optional.of(members.text(false)) : Optional.empty();
  }

  /// The class in brackets.
  ///
  /// @throws SyntaxException if it does not end, or holds what Go does not know
  String text() {
    boolean others = expression.startsWith("[^", at);
    at += others ? 2 : 1;
    int first = at;
    while (at == first || !expression.startsWith("]", at)) {
      if (!addedNamed() && !addedShorthand()) {
        addRange();
      }
    }
    at++;
    return members.text(others);
  }

  private boolean addedNamed() {
    int end = expression.startsWith("[:", at) ? expression.indexOf(":]", at + 2) : -1;
    if (end < 0) {
      return false;
    }
    if (!members.addNamed(expression.substring(at + 2, end))) {
      throw unknown(at, end + 2);
    }
    at = end + 2;
    return true;
  }

  private boolean addedShorthand() {
    if (!expression.startsWith("\\", at) || at + 1 == expression.length()) {
      return false;
    }
    char letter = expression.charAt(at + 1);
    if (letter == 'p' || letter == 'P') {
      property(letter == 'P');
      return true;
    }
    if (members.addLetter(letter)) {
      at += 2;
      return true;
    }
    return false;
  }

  /// A name of one letter, or one in braces, before which a `^` means all others.
  private void property(boolean negated) {
    int begin = at + 2;
    boolean braced = expression.startsWith("{", begin);
    int end = braced ? expression.indexOf('}', begin) : begin + 1;
    if (end < 0 || end > expression.length()) {
      throw unknown(at, expression.length());
    }
    String name = expression.substring(braced ? begin + 1 : begin, end);
    boolean opposite = name.startsWith("^");
    if (!members.addProperty(opposite ? name.substring(1) : name, negated != opposite)) {
      throw unknown(at, braced ? end + 1 : end);
    }
    at = braced ? end + 1 : end;
  }

  private void addRange() {
    int begin = at;
    int first = character();
    int last = first;
    if (expression.startsWith("-", at)
        && at + 1 < expression.length()
        && expression.charAt(at + 1) != ']') {
      at++;
      last = character();
    }
    if (last < first) {
      throw new SyntaxException("has an impossible range " + expression.substring(begin, at));
    }
    members.add(first, last);
  }

  private int character() {
    if (at >= expression.length()) {
      throw new SyntaxException("has no ] for " + expression.substring(from));
    }
    if (expression.charAt(at) == '\\') {
      Escape escape = Escape.at(expression, at);
      at = escape.end();
      return escape.character();
    }
    int character = expression.codePointAt(at);
    at += Character.charCount(character);
    return character;
  }

  private SyntaxException unknown(int begin, int end) {
    return new SyntaxException("has an unknown class " + expression.substring(begin, end));
  }
}
