package hone.recipe;

import hone.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the text of one Java file shows of the types of its expressions.
///
/// Names are looked up over the whole file, whatever their scope: where two variables share a
/// name, the careful answer wins.
record JavaTypes(Node root) {

  private static final Set<String> BOXES =
      Set.of("Integer", "Long", "Short", "Byte", "Double", "Float", "Boolean", "Character");
  private static final Set<String> STRING_MAKERS =
      Set.of("valueOf", "format", "join", "copyValueOf");
  private static final Set<String> ARRAY_COPIES =
      Set.of("toCharArray", "copyOf", "copyOfRange", "clone");

  /// Whether an expression is a String for certain.
  boolean isString(Node expression) {
    return switch (expression.kind()) {
      case "string_literal", "text_block" -> true;
      case "parenthesized_expression" -> isString(inner(expression));
      case "binary_expression" ->
          isPlus(expression) && operands(expression).stream().anyMatch(this::isString);
      case "cast_expression" ->
          expression.child("type").filter(JavaTypes::isStringType).isPresent();
      case "identifier" -> {
        List<String> types = declaredTypes(expression.text());
        yield !types.isEmpty() && types.stream().allMatch(JavaTypes::isStringName);
      }
      case "method_invocation" -> name(expression).equals("toString") || isMadeByString(expression);
      default -> false;
    };
  }

  /// Whether an expression of type String cannot be null.
  boolean isNeverNull(Node expression) {
    return switch (expression.kind()) {
      case "string_literal", "text_block", "binary_expression", "object_creation_expression" ->
          true;
      case "parenthesized_expression" -> isNeverNull(inner(expression));
      case "ternary_expression" ->
          expression.children("consequence").stream().allMatch(this::isNeverNull)
              && expression.children("alternative").stream().allMatch(this::isNeverNull);
      case "method_invocation" -> isStringMaker(expression) || neverReturnsNull(expression);
      case "identifier" -> isConstantString(expression.text());
      default -> false;
    };
  }

  private boolean isStringMaker(Node call) {
    return isMadeByString(call)
        || (BOXES.contains(object(call)) && name(call).equals("toString"))
        || call.child("object", "string_literal").isPresent();
  }

  private static boolean isMadeByString(Node call) {
    return object(call).equals("String") && STRING_MAKERS.contains(name(call));
  }

  /// Whether a call is of a method of this file that nobody can override, and each of its returns
  /// gives a new string.
  private boolean neverReturnsNull(Node call) {
    List<Node> methods =
        root.walk("method_declaration")
            .filter(method -> method.child("name").filter(n -> n.isText(name(call))).isPresent())
            .toList();
    if (methods.size() != 1 || !object(call).isEmpty()) {
      return false;
    }
    List<Node> returned =
        methods.getFirst().walk("return_statement").flatMap(node -> node.parts().stream()).toList();
    return methods
            .getFirst()
            .walk("modifiers")
            .limit(1)
            .anyMatch(words -> words.text().contains("private") || words.text().contains("static"))
        && !returned.isEmpty()
        && returned.stream().allMatch(value -> value.is("string_literal", "binary_expression"));
  }

  private boolean isConstantString(String name) {
    return declarators(name).count() == 1
        && declarators(name)
            .allMatch(node ->
                node.parent()
                        .filter(above -> above.is("field_declaration") && isStaticFinal(above))
                        .isPresent()
                    && node.child("value").filter(this::isNeverNull).isPresent());
  }

  private static boolean isStaticFinal(Node field) {
    return field
        .walk("modifiers")
        .limit(1)
        .map(Node::text)
        .anyMatch(text -> text.contains("static") && text.contains("final"));
  }

  /// Whether an expression is, or may well be, a `char[]`, which a builder appends as its
  /// characters and `+` does not.
  boolean mayBeCharArray(Node expression) {
    return switch (expression.kind()) {
      case "parenthesized_expression" -> mayBeCharArray(inner(expression));
      case "ternary_expression" ->
          expression.parts().stream().skip(1).anyMatch(this::mayBeCharArray);
      case "array_creation_expression" -> true;
      case "cast_expression" ->
          expression.child("type").filter(type -> isCharArray(type.text())).isPresent();
      case "identifier" ->
          declaredTypes(expression.text()).stream().anyMatch(JavaTypes::isCharArray)
              || declarators(expression.text())
                  .flatMap(declarator -> declarator.child("value").stream())
                  .filter(value -> value.is("method_invocation"))
                  .anyMatch(this::mayBeCharArray);
      case "field_access" ->
          declaredTypes(expression.child("field").orElseThrow().text()).stream()
              .anyMatch(JavaTypes::isCharArray);
      case "array_access" ->
          declaredTypes(expression.child("array").orElseThrow().text()).stream()
              .anyMatch(type -> type.startsWith("char[][]"));
      case "method_invocation" -> callMayGiveCharArray(expression);
      default -> false;
    };
  }

  private boolean callMayGiveCharArray(Node call) {
    return ARRAY_COPIES.contains(name(call))
        || root.walk("method_declaration")
            .filter(method -> method.child("name").filter(n -> n.isText(name(call))).isPresent())
            .anyMatch(JavaTypes::givesCharArrayOrTypeParameter);
  }

  private static boolean givesCharArrayOrTypeParameter(Node method) {
    String type = method.child("type").map(Node::text).orElse("");
    return isCharArray(type)
        || method.walk("type_parameter").anyMatch(p -> p.parts().getFirst().isText(type));
  }

  /// The declared types of every variable, parameter and field of this name.
  List<String> declaredTypes(String name) {
    Stream<Node> variables =
        root.walk(
                "formal_parameter", "enhanced_for_statement", "catch_formal_parameter", "resource")
            .filter(node -> node.child("name").filter(n -> n.isText(name)).isPresent());
    return Stream.concat(
            variables.map(JavaTypes::typeText),
            declarators(name)
                .map(node -> node.parent().map(JavaTypes::typeText).orElse("") + dimensions(node)))
        .toList();
  }

  private static String typeText(Node declaration) {
    return declaration.child("type").map(Node::text).orElse("").replaceAll("\\s", "")
        + dimensions(declaration);
  }

  private static String dimensions(Node node) {
    return node.child("dimensions").map(Node::text).orElse("");
  }

  private Stream<Node> declarators(String name) {
    return root.walk("variable_declarator")
        .filter(node -> node.child("name").filter(n -> n.isText(name)).isPresent());
  }

  /// Whether the file gives a name of the language's own library another meaning.
  boolean redefines(String typeName) {
    return root.walk(
                "class_declaration",
                "record_declaration",
                "enum_declaration",
                "interface_declaration",
                "type_parameter")
            .anyMatch(type -> type.parts().stream().anyMatch(part -> part.isText(typeName)))
        || root.walk("import_declaration")
            .anyMatch(line ->
                line.text().replaceAll("[;\\s]+$", "").endsWith("." + typeName)
                    && !line.text().contains("java.lang."));
  }

  static boolean isStringType(Node type) {
    return isStringName(type.text());
  }

  private static boolean isStringName(String type) {
    return type.equals("String") || type.equals("java.lang.String");
  }

  private static boolean isCharArray(String type) {
    return type.replaceAll("\\s", "").equals("char[]");
  }

  static boolean isPlus(Node expression) {
    return expression.is("binary_expression")
        && expression.child("operator").filter(sign -> sign.isText("+")).isPresent();
  }

  /// What a chain of `+` adds up, from the left.
  static List<Node> operands(Node expression) {
    List<Node> operands = new ArrayList<>();
    Node rest = expression;
    while (isPlus(rest)) {
      operands.add(rest.child("right").orElseThrow());
      rest = rest.child("left").orElseThrow();
    }
    operands.add(rest);
    return operands.reversed();
  }

  /// What stands in parentheses.
  static Node inner(Node parenthesised) {
    return parenthesised.parts().getFirst();
  }

  static String name(Node call) {
    return call.child("name").map(Node::text).orElse("");
  }

  static String object(Node call) {
    return call.child("object").map(Node::text).orElse("");
  }
}
