package hone.policy;

import hone.syntax.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Code that can be seen never to run: after a statement that leaves, or below a condition that is
/// always false.
record DeadCode(Node root) {

  private static final Pattern NUMBERS =
      Pattern.compile("(-?\\d{1,9}) ?(==|===|!=|!==|<|>|<=|>=) ?(-?\\d{1,9})");
  private static final int MAX_FOLLOWED = 8;

  boolean has(Node node) {
    Node child = node;
    for (Node above : node.ancestors().toList()) {
      if (isCut(above, child)) {
        return true;
      }
      child = above;
    }
    return false;
  }

  private boolean isCut(Node above, Node child) {
    return switch (above.kind()) {
      case "if_statement", "elif_clause", "ternary_expression" -> isUntaken(above, child);
      case "while_statement", "for_clause", "for_statement" ->
          !child.field().equals("condition") && isNever(above.child("condition"));
      case "binary_expression", "boolean_operator" -> isSkipped(above, child);
      case "block", "statement_list", "statement_block", "constructor_body", "switch_block" ->
          followsAnExit(above, child);
      default -> false;
    };
  }

  private boolean isUntaken(Node statement, Node child) {
    return switch (child.field()) {
      case "consequence" -> isNever(statement.child("condition"));
      case "alternative" -> truth(statement.child("condition"), 0).orElse(false);
      default -> false;
    };
  }

  /// The right operand of `false &&`.
  private boolean isSkipped(Node expression, Node child) {
    String sign = expression.child("operator").map(Node::text).orElse("");
    boolean and = sign.equals("&&") || sign.equals("and");
    boolean or = sign.equals("||") || sign.equals("or");
    return child.field().equals("right")
        && (and || or)
        && truth(expression.child("left"), 0).filter(value -> value == or).isPresent();
  }

  private static boolean followsAnExit(Node block, Node child) {
    return block.parts().stream().takeWhile(part -> part != child).anyMatch(Guards::leaves);
  }

  private boolean isNever(Optional<Node> condition) {
    return !truth(condition, 0).orElse(true);
  }

  /// What a condition always is, where that can be seen.
  private Optional<Boolean> truth(Optional<Node> condition, int followed) {
    return condition.filter(node -> followed < MAX_FOLLOWED).flatMap(node -> truth(node, followed));
  }

  private Optional<Boolean> truth(Node node, int followed) {
    String text = Subject.squeezed(node.text());
    List<Node> parts = node.parts();
    return switch (node.kind()) {
      case "parenthesized_expression" -> truth(parts.stream().findFirst(), followed + 1);
      case "unary_expression", "not_operator" ->
          text.startsWith("!") || text.startsWith("not")
              ? truth(parts.stream().findFirst(), followed + 1).map(value -> !value)
              : Optional.empty();
      case "binary_expression", "boolean_operator", "comparison_operator" ->
          compared(node, text, followed);
      case "identifier" ->
          switch (text) {
            case "true" -> Optional.of(true);
            case "false", "TYPE_CHECKING" -> Optional.of(false);
            default -> constant(text, followed);
          };
      default ->
          switch (text) {
            case "true", "True", "1" -> Optional.of(true);
            case "false", "False", "0", "None", "null", "undefined", "\"\"", "''" ->
                Optional.of(false);
            default -> Optional.empty();
          };
    };
  }

  private Optional<Boolean> compared(Node node, String text, int followed) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      int order =
          Integer.compare(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(3)));
      return Optional.of(
          switch (numbers.group(2)) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            case "!=", "!==" -> order != 0;
            default -> order == 0;
          });
    }
    String sign = node.child("operator").map(Node::text).orElse("");
    Optional<Boolean> left = truth(node.child("left"), followed + 1);
    Optional<Boolean> right = truth(node.child("right"), followed + 1);
    return switch (sign) {
      case "&&", "and" -> left.filter(value -> !value).or(() -> right.filter(value -> !value));
      case "||", "or" -> left.filter(value -> value).or(() -> right.filter(value -> value));
      default -> Optional.empty();
    };
  }

  /// The value of a name that the file gives one value, a constant.
  private Optional<Boolean> constant(String name, int followed) {
    List<Node> values =
        root.walk(
                "const_spec",
                "var_spec",
                "short_var_declaration",
                "assignment_statement",
                "assignment",
                "assignment_expression",
                "variable_declarator")
            .filter(node ->
                node.child("name")
                    .or(() -> node.child("left"))
                    .filter(n -> n.isText(name))
                    .isPresent())
            .toList();
    if (values.size() != 1) {
      return Optional.empty();
    }
    Node spec = values.getFirst();
    return spec.child("value")
        .or(() -> spec.child("right"))
        .map(value ->
            value.is("expression_list") && value.parts().size() == 1
                ? value.parts().getFirst()
                : value)
        .flatMap(value -> truth(value, followed + 1));
  }
}
