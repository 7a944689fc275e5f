package hone.recipe;

import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A call of `regexp.MustCompile` or `regexp.Compile` in a function.
///
/// @param must whether it is `MustCompile`
record GoRegexpCall(Node call, boolean must) {

  private static final Set<String> READING =
      Set.of(
          "Match",
          "MatchString",
          "MatchReader",
          "String",
          "NumSubexp",
          "SubexpNames",
          "SubexpIndex",
          "LiteralPrefix",
          "Split",
          "Expand",
          "ExpandString",
          "AppendText",
          "MarshalText");
  private static final String[] AROUND_STATEMENTS = {
    "statement_list",
    "block",
    "if_statement",
    "for_statement",
    "for_clause",
    "expression_switch_statement",
    "type_switch_statement",
    "func_literal",
    "source_file",
    "expression_case",
    "default_case",
    "communication_case"
  };

  /// The calls on a line, or in the statement that has part of it.
  static List<GoRegexpCall> onLine(SourceFile file, int line, String regexp) {
    return file.root()
        .walk("call_expression")
        .filter(call -> isCompilation(call, regexp) && file.covers(statement(call), line))
        .filter(call -> call.ancestor("block").isPresent())
        .map(call -> new GoRegexpCall(call, selected(call).equals("MustCompile")))
        .toList();
  }

  private static boolean isCompilation(Node call, String regexp) {
    return call.child("function", "selector_expression")
        .flatMap(function -> function.child("operand", "identifier"))
        .filter(operand -> operand.isText(regexp))
        .filter(operand -> Set.of("MustCompile", "Compile").contains(selected(call)))
        .isPresent();
  }

  private static String selected(Node call) {
    return call.child("function").flatMap(f -> f.child("field")).map(Node::text).orElse("");
  }

  /// The innermost statement, or head of a statement, that holds a node.
  private static Node statement(Node node) {
    Node statement = node;
    while (statement.parent().filter(above -> !above.is(AROUND_STATEMENTS)).isPresent()) {
      statement = statement.parent().orElseThrow();
    }
    return statement;
  }

  Node statement() {
    return statement(call);
  }

  List<Node> arguments() {
    return call.child("arguments").orElseThrow().parts();
  }

  /// The declaration at the top of the file that holds the call.
  Node topLevel() {
    return call.ancestors()
        .filter(node -> node.parent().filter(above -> above.is("source_file")).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /// The name of the function it is in; for a variable's value, of the variable.
  String functionName() {
    return topLevel()
        .walk("identifier", "field_identifier")
        .filter(node -> node.field().equals("name"))
        .filter(node -> !node.parent().orElseThrow().is("parameter_declaration"))
        .map(Node::text)
        .findFirst()
        .orElse("compiled");
  }

  /// Whether the code around runs once anyway.
  boolean runsOnce() {
    return (topLevel().is("function_declaration") && functionName().equals("init"))
        || call.ancestors()
            .filter(node -> node.is("func_literal"))
            .flatMap(literal -> literal.parent().flatMap(Node::parent).stream())
            .filter(node -> node.is("call_expression"))
            .flatMap(around -> around.child("function").stream())
            .anyMatch(f -> f.text().endsWith(".Do") || f.text().startsWith("sync.Once"));
  }

  /// The names the result is given where the call stands alone on the right of `:=` or `var`.
  List<Node> declared() {
    Node values = call.parent().orElseThrow();
    Node declaration = values.parent().orElseThrow();
    if (!values.is("expression_list") || values.parts().size() != 1) {
      return List.of();
    }
    return switch (declaration.kind()) {
      case "short_var_declaration" -> declaration.child("left").orElseThrow().parts();
      case "var_spec" ->
          declaration.child("type").isPresent() ? List.of() : declaration.children("name");
      default -> List.of();
    };
  }

  /// Whether a use of a pattern, as a variable or as the call itself, can only read it.
  static boolean reads(Node use) {
    return method(use).filter(GoRegexpCall::isReading).isPresent();
  }

  private static boolean isReading(String method) {
    return READING.contains(method) || method.startsWith("Find") || method.startsWith("ReplaceAll");
  }

  /// The method called on a pattern.
  static Optional<String> method(Node use) {
    return use.parent()
        .filter(selector -> selector.is("selector_expression") && use.field().equals("operand"))
        .filter(selector ->
            selector.field().equals("function")
                && selector.parent().filter(p -> p.is("call_expression")).isPresent())
        .flatMap(selector -> selector.child("field"))
        .map(Node::text);
  }

  /// Whether a use only hands the pattern to another function of the same file.
  static boolean isHandedOn(Node use, SourceFile file) {
    return use.parent()
        .filter(arguments -> arguments.is("argument_list"))
        .flatMap(Node::parent)
        .flatMap(around -> around.child("function", "identifier"))
        .filter(function ->
            file.root()
                .walk("function_declaration")
                .flatMap(declared -> declared.child("name").stream())
                .anyMatch(name -> name.isText(function.text())))
        .isPresent();
  }

  /// Whether a use is all that an unexported function returns.
  static boolean isReturnedInside(Node use) {
    Node values = use.parent().orElseThrow();
    boolean returned =
        values.is("expression_list")
            && values.parent().filter(node -> node.is("return_statement")).isPresent();
    return returned
        && use.ancestor("func_literal", "function_declaration", "method_declaration")
            .filter(function -> function.is("function_declaration"))
            .flatMap(function -> function.child("name"))
            .filter(name -> Character.isLowerCase(name.text().charAt(0)))
            .isPresent();
  }
}
