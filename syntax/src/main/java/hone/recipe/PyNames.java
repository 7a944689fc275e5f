package hone.recipe;

import hone.syntax.Node;
import java.util.List;
import java.util.Optional;

/// What the names of one Python file stand for.
///
/// A name counts as an import only if nothing else in the file gives it a meaning.
record PyNames(Node root) {

  /// Whether an expression is a member of a module: `io.StringIO`, or `StringIO` imported from it.
  boolean isMember(Node expression, String module, String member) {
    if (expression.is("attribute")) {
      return expression.child("attribute").filter(name -> name.isText(member)).isPresent()
          && expression
              .child("object", "identifier")
              .filter(object -> isModule(object.text(), module))
              .isPresent();
    }
    return expression.is("identifier")
        && importOf(expression.text())
            .filter(name -> isFrom(name, module) && imported(name).equals(member))
            .isPresent();
  }

  private boolean isModule(String name, String module) {
    return importOf(name)
        .filter(part ->
            part.parent().filter(above -> above.is("import_statement")).isPresent()
                && imported(part).equals(module))
        .isPresent();
  }

  /// The part of an import that gives a name its only meaning.
  Optional<Node> importOf(String name) {
    List<Node> bindings = bindings(root, name);
    return bindings.size() == 1
        ? bindings.getFirst().parent().filter(part -> part.is("dotted_name", "aliased_import"))
        : Optional.empty();
  }

  private static boolean isFrom(Node part, String module) {
    return part.parent()
        .filter(above -> above.is("import_from_statement"))
        .flatMap(above -> above.child("module_name"))
        .filter(name -> name.isText(module))
        .isPresent();
  }

  private static String imported(Node part) {
    return part.is("aliased_import") ? part.child("name").map(Node::text).orElse("") : part.text();
  }

  /// Every place below a node that gives a name a meaning.
  static List<Node> bindings(Node scope, String name) {
    return scope.walk("identifier").filter(node -> node.isText(name) && isBinding(node)).toList();
  }

  static boolean isBinding(Node identifier) {
    Node parent = identifier.parent().orElseThrow();
    String field = identifier.field();
    return switch (parent.kind()) {
      case "assignment", "augmented_assignment", "for_statement", "for_in_clause" ->
          field.equals("left");
      case "named_expression",
          "default_parameter",
          "typed_default_parameter",
          "function_definition",
          "class_definition" ->
          field.equals("name");
      case "aliased_import" -> field.equals("alias");
      case "dotted_name" -> isImportedName(identifier, parent);
      case "parameters",
          "lambda_parameters",
          "typed_parameter",
          "list_splat_pattern",
          "dictionary_splat_pattern",
          "pattern_list",
          "tuple_pattern",
          "list_pattern",
          "as_pattern_target",
          "global_statement",
          "nonlocal_statement",
          "delete_statement" ->
          true;
      default -> false;
    };
  }

  private static boolean isImportedName(Node identifier, Node dotted) {
    return dotted.field().equals("name")
        && dotted.parts().getFirst() == identifier
        && dotted
            .parent()
            .filter(above -> above.is("import_statement", "import_from_statement"))
            .isPresent();
  }

  /// Every place below a node that uses a name, without those that give it a meaning.
  static List<Node> uses(Node scope, String name) {
    return scope
        .walk("identifier")
        .filter(node -> node.isText(name) && !isBinding(node) && isVariable(node))
        .toList();
  }

  private static boolean isVariable(Node identifier) {
    Node parent = identifier.parent().orElseThrow();
    return switch (parent.kind()) {
      case "attribute" -> identifier.field().equals("object");
      case "keyword_argument" -> identifier.field().equals("value");
      case "dotted_name" -> false;
      default -> true;
    };
  }
}
