package hone.policy;

import java.util.Arrays;
import java.util.Locale;

/// What part of a program the pattern of a row is held against, and as what text.
enum Form {
  /// The dotted path of what is called: `s.log.Info`, a call inside it as `log.With().Info`.
  CALL,
  /// The dotted path of a class that is made.
  NEW,
  /// A dotted path anywhere, called or not.
  NAME,
  /// A module or package that is imported, as the language names it.
  IMPORT,
  /// The kind of a node, as the grammar names it.
  NODE,
  /// A keyword.
  WORD,
  /// The condition of an `if`.
  IF,
  /// The condition of an `if` that stands in no loop and leaves its function.
  GUARD,
  /// One operand of such a condition, or of one that throws.
  OPERAND,
  /// What a `return` returns.
  RETURN,
  /// What a `with` enters.
  WITH,
  /// The type of error that is caught; empty where all are.
  CATCH,
  /// The same, where nothing is done about it.
  SWALLOW,
  /// What stands in a string.
  STRING,
  /// A comment.
  COMMENT,
  /// The name that a value is given to: an argument, a field, a key.
  KEY,
  /// An annotation or a decorator.
  ANNOTATION,
  /// The dotted path of what is assigned to.
  ASSIGN,
  /// The name of a function that is declared.
  FUNCTION;

  /// The form that a table calls so.
  ///
  /// @throws IllegalArgumentException if there is none
  static Form of(String name) {
    return Arrays.stream(values())
        .filter(form -> form.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no form '" + name + "'"));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
