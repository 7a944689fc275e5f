package hone.syntax;

/// The kinds of node, over all grammars, that hold other code.
public final class Scopes {

  static final String[] FUNCTIONS = {
    "function_declaration",
    "method_declaration",
    "func_literal",
    "function_definition",
    "lambda",
    "function_expression",
    "generator_function",
    "generator_function_declaration",
    "arrow_function",
    "method_definition",
    "constructor_declaration",
    "compact_constructor_declaration",
    "lambda_expression"
  };

  static final String[] LOOPS = {
    "for_statement", "for_in_statement", "while_statement", "do_statement", "enhanced_for_statement"
  };

  private static final String[] CLASSES = {
    "class_definition",
    "class_declaration",
    "class",
    "class_body",
    "interface_declaration",
    "enum_declaration",
    "record_declaration"
  };

  private Scopes() {}

  public static boolean isFunction(Node node) {
    return node.is(FUNCTIONS);
  }

  public static boolean isLoop(Node node) {
    return node.is(LOOPS);
  }

  public static boolean isClass(Node node) {
    return node.is(CLASSES);
  }
}
