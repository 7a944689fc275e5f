package hone.policy;

import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the names of one file stand for, as far as its imports tell, and the dotted paths that
/// expressions make of them: `l.Info` is `slog.Info` where the file imports slog as l.
record Names(Map<String, String> imported) {

  Names {
    imported = Map.copyOf(imported);
  }

  static Names of(SourceFile file) {
    Map<String, String> names = new HashMap<>();
    file.root()
        .walk(
            "import_spec",
            "import_statement",
            "import_from_statement",
            "import_declaration",
            "variable_declarator")
        .forEach(node -> add(node, names));
    return new Names(names);
  }

  private static void add(Node node, Map<String, String> names) {
    switch (node.kind()) {
      case "import_spec" -> addGo(node, names);
      case "import_from_statement" -> addPythonFrom(node, names);
      case "import_declaration" -> addJava(node, names);
      case "variable_declarator" -> addRequired(node, names);
      default ->
          node.child("source")
              .ifPresentOrElse(
                  source -> addBindings(node, module(source), names), () -> addPython(node, names));
    }
  }

  private static void addGo(Node spec, Map<String, String> names) {
    String path = spec.child("path").map(Names::unquoted).orElse("");
    spec.child("name").ifPresent(name -> names.put(name.text(), last(path, '/')));
  }

  private static void addPython(Node statement, Map<String, String> names) {
    for (Node part : statement.children("name")) {
      part.child("alias")
          .ifPresent(
              alias -> names.put(alias.text(), part.child("name").map(Node::text).orElse("")));
    }
  }

  private static void addPythonFrom(Node statement, Map<String, String> names) {
    String module = statement.child("module_name").map(Node::text).orElse("");
    for (Node part : statement.children("name")) {
      String name = part.child("name").map(Node::text).orElse(part.text());
      names.put(part.child("alias").map(Node::text).orElse(name), module + "." + name);
    }
  }

  private static void addJava(Node declaration, Map<String, String> names) {
    if (declaration.children().stream().anyMatch(word -> word.isText("static"))) {
      for (Node path : declaration.parts()) {
        String owner = path.child("scope").map(Node::text).orElse("");
        names.put(last(path.text(), '.'), last(owner, '.') + "." + last(path.text(), '.'));
      }
    }
  }

  /// `const x = require('m')` and `const { a: b } = require('m')`.
  private static void addRequired(Node declarator, Map<String, String> names) {
    declarator
        .child("value", "call_expression")
        .flatMap(Names::required)
        .ifPresent(
            module -> declarator.child("name").ifPresent(name -> addBindings(name, module, names)));
  }

  /// The module that a call of `require` or `import` names.
  static Optional<String> required(Node call) {
    return call.child("function")
        .filter(function -> function.isText("require") || function.isText("import"))
        .flatMap(function -> call.child("arguments"))
        .map(Node::parts)
        .filter(arguments -> !arguments.isEmpty() && arguments.getFirst().is("string"))
        .map(arguments -> module(arguments.getFirst()));
  }

  private static void addBindings(Node pattern, String module, Map<String, String> names) {
    if (module.startsWith(".")) {
      return;
    }
    pattern
        .walk(
            "identifier",
            "shorthand_property_identifier_pattern",
            "pair_pattern",
            "import_specifier")
        .forEach(node -> addBinding(node, module, names));
  }

  private static void addBinding(Node node, String module, Map<String, String> names) {
    Node above = node.parent().orElseThrow();
    switch (node.kind()) {
      case "identifier" -> {
        if (!above.is("pair_pattern", "import_specifier")) {
          names.put(node.text(), module);
        }
      }
      case "pair_pattern" ->
          node.child("value")
              .ifPresent(value -> names.put(value.text(), module + "." + key(node, "key")));
      case "import_specifier" ->
          names.put(
              node.child("alias").map(Node::text).orElse(key(node, "name")),
              module + "." + key(node, "name"));
      default -> names.put(node.text(), module + "." + node.text());
    }
  }

  private static String key(Node node, String field) {
    return node.child(field).map(Node::text).orElse("?");
  }

  /// A module's name without quotes and without `node:`.
  static String module(Node string) {
    String name = unquoted(string);
    return name.startsWith("node:") ? name.substring("node:".length()) : name;
  }

  /// What stands between the quotes of a string.
  static String unquoted(Node string) {
    String text = string.text();
    int start = 0;
    while (start < text.length() && "rRbBuUfF".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    String body = text.substring(start);
    for (String quote : List.of("\"\"\"", "'''", "\"", "'", "`")) {
      if (body.length() >= 2 * quote.length() && body.startsWith(quote) && body.endsWith(quote)) {
        return body.substring(quote.length(), body.length() - quote.length());
      }
    }
    return text;
  }

  /// The dotted path of an expression; `?` where it begins with something that has no name.
  String path(Node node) {
    return switch (node.kind()) {
      case "selector_expression" -> dotted(node, "operand", "field");
      case "attribute" -> dotted(node, "object", "attribute");
      case "member_expression" -> dotted(node, "object", "property");
      case "field_access" -> dotted(node, "object", "field");
      case "qualified_type" -> dotted(node, "package", "name");
      case "subscript_expression" -> subscript(node);
      case "call_expression", "call" -> callee(node) + "()";
      case "method_invocation" -> callee(node) + "()";
      case "generic_type", "parenthesized_expression", "non_null_expression" ->
          node.parts().isEmpty() ? "?" : path(node.parts().getFirst());
      case "identifier", "package_identifier", "type_identifier" ->
          imported.getOrDefault(node.text(), node.text());
      case "this",
          "self",
          "super",
          "dotted_name",
          "scoped_type_identifier",
          "scoped_identifier",
          "import" ->
          node.text();
      default -> "?";
    };
  }

  /// The dotted path of what a call calls.
  String callee(Node call) {
    if (call.is("method_invocation")) {
      String name = key(call, "name");
      return call.child("object")
          .map(object -> path(object) + "." + name)
          .orElse(imported.getOrDefault(name, name));
    }
    return call.child("function").map(this::path).orElse("?");
  }

  private String dotted(Node node, String owner, String member) {
    return node.child(owner).map(this::path).orElse("?") + "." + key(node, member);
  }

  private String subscript(Node node) {
    String owner = node.child("object").map(this::path).orElse("?");
    return node.child("index", "string").map(index -> owner + "." + unquoted(index)).orElse("?");
  }

  private static String last(String path, char separator) {
    return path.substring(path.lastIndexOf(separator) + 1);
  }
}
