package hone.policy;

import hone.syntax.Node;
import hone.syntax.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Statements that leave: guards at the head of a function, handlers of errors.
final class Guards {

  private static final String[] LEAVES = {
    "return_statement",
    "raise_statement",
    "throw_statement",
    "break_statement",
    "continue_statement",
    "goto_statement"
  };
  private static final Pattern ENDS =
      Pattern.compile("(?s)(?:panic|os\\.Exit|log\\.Fatal\\w*|sys\\.exit|process\\.exit)\\(.*");

  private static final Pattern TAKEN = Pattern.compile("([\\w.]+)\\.R?[lL]ock\\(\\)");
  private static final Pattern FAILS =
      Pattern.compile("(?s)return\\b.*\\b(?:[eE]rr\\w*|errors\\.New|fmt\\.Errorf)\\b.*");

  private Guards() {}

  /// Whether an `if` stands in no loop of its function, and its body leaves.
  static boolean isGuard(Node statement) {
    return !isInLoop(statement) && body(statement).filter(Guards::leavesAtEnd).isPresent();
  }

  /// Whether the body of an `if` ends in an error, thrown or returned.
  static boolean throwsError(Node statement) {
    return body(statement)
        .flatMap(Guards::last)
        .filter(last ->
            last.is("raise_statement", "throw_statement")
                || ends(last)
                || FAILS.matcher(last.text()).matches())
        .isPresent();
  }

  /// The operands of `&&` and `||`, or the condition itself.
  static Stream<Node> operands(Node condition) {
    if (condition.is("parenthesized_expression", "boolean_operator") || isLogical(condition)) {
      return condition.parts().stream().flatMap(Guards::operands);
    }
    return Stream.of(condition);
  }

  private static boolean isLogical(Node node) {
    return node.is("binary_expression")
        && node.child("operator")
            .filter(sign -> sign.isText("&&") || sign.isText("||"))
            .isPresent();
  }

  /// The type that a handler catches; empty where it names none.
  static String caught(Node handler) {
    return handler
        .walk("catch_type")
        .findFirst()
        .map(Node::text)
        .orElseGet(() ->
            handler.parts().stream()
                .filter(part -> handler.is("except_clause") && !part.is("block"))
                .map(Node::text)
                .findFirst()
                .orElse(""));
  }

  /// Whether a handler or a `with` does nothing in its body.
  static boolean isIdle(Node statement) {
    return body(statement)
        .map(Node::parts)
        .filter(parts ->
            parts.stream()
                .allMatch(part ->
                    part.is("pass_statement", "continue_statement", "empty_statement")
                        || part.isText("...")))
        .isPresent();
  }

  /// Whether a call takes a lock that the next statement gives back.
  static boolean isGivenBackAtOnce(Node call) {
    Matcher taken = TAKEN.matcher(call.text());
    return taken.matches()
        && call.parent()
            .filter(statement -> statement.is("expression_statement"))
            .flatMap(Guards::next)
            .map(Node::text)
            .filter(text -> text.matches(Pattern.quote(taken.group(1)) + "\\.R?[uU]nlock\\(\\);?"))
            .isPresent();
  }

  private static Optional<Node> next(Node statement) {
    return statement.parent().stream()
        .flatMap(block -> block.parts().stream())
        .dropWhile(part -> part != statement)
        .skip(1)
        .findFirst();
  }

  /// Whether a statement always leaves the block it stands in.
  static boolean leaves(Node statement) {
    return statement.is(LEAVES) || ends(statement);
  }

  private static boolean ends(Node statement) {
    return statement.is("expression_statement") && ENDS.matcher(statement.text()).matches();
  }

  private static boolean leavesAtEnd(Node body) {
    return leaves(body) || last(body).filter(Guards::leaves).isPresent();
  }

  private static Optional<Node> last(Node body) {
    if (leaves(body)) {
      return Optional.of(body);
    }
    List<Node> parts = body.parts();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Node last = parts.getLast();
    return last.is("statement_list") ? last(last) : Optional.of(last);
  }

  private static Optional<Node> body(Node statement) {
    return statement
        .child("consequence")
        .or(() -> statement.child("body"))
        .or(() -> block(statement));
  }

  private static Optional<Node> block(Node statement) {
    return statement.parts().stream().filter(part -> part.is("block")).findFirst();
  }

  static boolean isInLoop(Node node) {
    return node.ancestors().takeWhile(above -> !Scopes.isFunction(above)).anyMatch(Scopes::isLoop);
  }
}
