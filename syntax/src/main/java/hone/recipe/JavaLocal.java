package hone.recipe;

import hone.syntax.Node;
import hone.syntax.Scopes;
import java.util.List;
import java.util.Optional;

/// A local variable of a Java method, with every place that uses it.
///
/// @param declaration the statement that declares it
/// @param declarator  its part of that statement
/// @param scope       the block it lives in
/// @param uses        identifiers that stand for it after its declaration, in the order of the text
record JavaLocal(String name, Node declaration, Node declarator, Node scope, List<Node> uses) {

  JavaLocal {
    uses = List.copyOf(uses);
  }

  /// The variable an identifier stands for; empty for a field or a parameter.
  static Optional<JavaLocal> of(Node use) {
    Node below = use;
    for (Node above : use.ancestors().toList()) {
      if (Scopes.isFunction(above) || Scopes.isClass(above)) {
        return Optional.empty();
      }
      for (Node statement : above.children()) {
        if (statement.start() >= below.start()) {
          break;
        }
        Optional<JavaLocal> found = declaredBy(statement, above, use.text());
        if (found.isPresent()) {
          return found;
        }
      }
      below = above;
    }
    return Optional.empty();
  }

  private static Optional<JavaLocal> declaredBy(Node statement, Node above, String name) {
    if (!statement.is("local_variable_declaration")) {
      return Optional.empty();
    }
    Node scope = above.is("switch_block_statement_group") ? above.parent().orElseThrow() : above;
    return statement.children("declarator").stream()
        .filter(part -> part.child("name").filter(n -> n.isText(name)).isPresent())
        .findFirst()
        .map(part -> new JavaLocal(name, statement, part, scope, uses(name, part, scope)));
  }

  private static List<Node> uses(String name, Node declarator, Node scope) {
    return scope
        .walk("identifier")
        .filter(node -> node.start() >= declarator.end() && node.isText(name))
        .filter(node -> isVariable(node) && !isInOwnClass(node, scope))
        .toList();
  }

  /// Whether an identifier stands for a variable, not for a member, a method or a label.
  static boolean isVariable(Node identifier) {
    Node parent = identifier.parent().orElseThrow();
    return switch (parent.kind()) {
      case "field_access" -> !identifier.field().equals("field");
      case "method_invocation" -> !identifier.field().equals("name");
      case "method_reference" -> parent.children().getFirst() == identifier;
      case "labeled_statement", "break_statement", "continue_statement", "element_value_pair" ->
          false;
      default -> true;
    };
  }

  // A class inside the scope cannot capture a variable that is assigned twice: the name is its own.
  private static boolean isInOwnClass(Node node, Node scope) {
    return node.ancestors()
        .takeWhile(above -> above != scope)
        .anyMatch(above -> above.is("class_body"));
  }

  /// The initial value.
  Optional<Node> value() {
    return declarator.child("value");
  }

  Node type() {
    return declaration.child("type").orElseThrow();
  }

  /// The loops that hold a place and do not hold the declaration, the innermost first.
  List<Node> loopsAround(Node place) {
    return inside(place).stream().filter(Scopes::isLoop).toList();
  }

  /// Whether a place is in a `try` that does not hold the declaration.
  boolean isTriedAt(Node place) {
    return inside(place).stream()
        .anyMatch(node -> node.is("try_statement", "try_with_resources_statement"));
  }

  private List<Node> inside(Node place) {
    return place.ancestors().takeWhile(node -> node != scope).toList();
  }
}
