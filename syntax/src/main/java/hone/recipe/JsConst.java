package hone.recipe;

import hone.syntax.Node;
import java.util.List;
import java.util.Optional;

/// A `const` of a JavaScript or TypeScript file, with every place that uses it.
///
/// @param declaration the statement that declares it
/// @param declarator  its part of that statement
/// @param scope       the block it lives in
record JsConst(String name, Node declaration, Node declarator, Node scope) {

  /// The constant an identifier stands for; empty where it is anything else, or where the name has
  /// a second meaning inside the constant's scope.
  static Optional<JsConst> of(Node use) {
    for (Node above : use.ancestors().toList()) {
      for (Node statement : above.children()) {
        Optional<JsConst> found = declaredBy(statement, above, use.text());
        if (found.isPresent()) {
          return found.filter(JsConst::isOnlyMeaning);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<JsConst> declaredBy(Node statement, Node scope, String name) {
    boolean isConst =
        statement.is("lexical_declaration")
            && statement.child("kind").filter(kind -> kind.isText("const")).isPresent()
            && scope.is("statement_block", "program", "switch_case", "switch_default");
    if (!isConst) {
      return Optional.empty();
    }
    return statement.parts().stream()
        .filter(part -> part.child("name", "identifier").filter(n -> n.isText(name)).isPresent())
        .findFirst()
        .map(part -> new JsConst(name, statement, part, scope));
  }

  private boolean isOnlyMeaning() {
    return mentions().stream().filter(JsConst::isBinding).count() == 1;
  }

  /// Whether an identifier is where its name is given a meaning, or another value.
  static boolean isBinding(Node identifier) {
    Node parent = identifier.parent().orElseThrow();
    return switch (parent.kind()) {
      case "variable_declarator",
          "function_declaration",
          "class_declaration",
          "generator_function_declaration",
          "import_specifier" ->
          List.of("name", "alias").contains(identifier.field());
      case "formal_parameters",
          "rest_pattern",
          "array_pattern",
          "import_clause",
          "namespace_import",
          "update_expression" ->
          true;
      case "required_parameter", "optional_parameter" -> identifier.field().equals("pattern");
      case "arrow_function", "catch_clause" -> identifier.field().equals("parameter");
      case "assignment_pattern",
          "object_assignment_pattern",
          "for_in_statement",
          "assignment_expression",
          "augmented_assignment_expression" ->
          identifier.field().equals("left");
      case "pair_pattern" -> identifier.field().equals("value");
      default -> identifier.is("shorthand_property_identifier_pattern");
    };
  }

  private List<Node> mentions() {
    return scope
        .walk(
            "identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
        .filter(node -> node.isText(name))
        .toList();
  }

  /// Every use of the constant, its declaration left out.
  List<Node> uses() {
    return mentions().stream().filter(node -> !isBinding(node)).toList();
  }

  Optional<Node> value() {
    return declarator.child("value");
  }
}
