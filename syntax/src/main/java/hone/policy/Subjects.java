package hone.policy;

import hone.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the nodes of one file offer to the rules: the table from each form to the kinds of node of
/// the four grammars.
final class Subjects {

  private static final String[] PATHS = {
    "selector_expression",
    "qualified_type",
    "attribute",
    "member_expression",
    "subscript_expression",
    "field_access",
    "method_invocation",
    "identifier",
    "type_identifier",
    "scoped_type_identifier"
  };

  /// A module whose name cannot be told.
  private static final String UNKNOWN = "?";

  private static final String[] TARGETS = {
    "attribute", "member_expression", "selector_expression", "field_access"
  };

  private final Names names;
  private final List<Subject> found = new ArrayList<>();

  private Subjects(Names names) {
    this.names = names;
  }

  /// All texts that a file offers, in its order.
  static List<Subject> of(Node root, Names names) {
    Subjects subjects = new Subjects(names);
    root.walk().forEach(subjects::visit);
    return List.copyOf(subjects.found);
  }

  private void visit(Node node) {
    if (!node.named()) {
      add(Form.WORD, node, node.kind());
      return;
    }
    add(Form.NODE, node, node.kind());
    if (node.is(PATHS)) {
      visitPath(node);
    }
    if (node.isComment()) {
      add(Form.COMMENT, node, node.text());
    }
    switch (node.kind()) {
      case "call_expression", "call", "method_invocation" -> visitCall(node);
      case "composite_literal", "object_creation_expression" -> path(Form.NEW, node, "type");
      case "new_expression" -> path(Form.NEW, node, "constructor");
      case "if_statement", "elif_clause" -> visitIf(node);
      case "return_statement" -> returned(node);
      case "with_statement" -> entered(node);
      case "except_clause", "catch_clause" -> visitCatch(node);
      case "throws" -> add(Form.WORD, node, "throws");
      case "keyword_argument" -> field(Form.KEY, node, "name");
      case "pair" -> field(Form.KEY, node, "key");
      case "keyed_element" -> node.parts().stream().findFirst().ifPresent(this::key);
      case "decorator" -> node.parts().stream().findFirst().ifPresent(this::annotation);
      case "marker_annotation", "annotation" -> field(Form.ANNOTATION, node, "name");
      case "assignment", "assignment_statement", "assignment_expression" -> assigned(node, "left");
      case "short_var_declaration" -> assigned(node, "left");
      case "variable_declarator", "var_spec" -> assigned(node, "name");
      case "function_declaration", "function_definition", "method_declaration" ->
          field(Form.FUNCTION, node, "name");
      case "import_spec" ->
          node.child("path").ifPresent(path -> add(Form.IMPORT, node, Names.unquoted(path)));
      case "import_statement" -> visitImport(node);
      case "import_from_statement" -> visitFrom(node);
      case "import_declaration" -> visitJavaImport(node);
      case "string",
          "interpreted_string_literal",
          "raw_string_literal",
          "string_literal",
          "template_string" ->
          add(Form.STRING, node, Names.unquoted(node));
      default -> {}
    }
  }

  private static boolean isLoader(Node function) {
    return function.isText("require") || function.isText("import");
  }

  private void visitPath(Node node) {
    if (isLoader(node) && !node.field().equals("function") && !node.field().equals("object")) {
      add(Form.IMPORT, node, UNKNOWN);
    }
    boolean inner =
        node.parent()
            .filter(above -> above.is(PATHS) && !node.field().equals("index"))
            .filter(above -> !above.is("method_invocation") || node.field().equals("name"))
            .isPresent();
    if (!inner || !node.is("identifier", "type_identifier")) {
      add(Form.NAME, node, names.path(node));
    }
  }

  private void visitCall(Node call) {
    add(Form.CALL, call, names.callee(call));
    boolean loads = call.child("function").filter(Subjects::isLoader).isPresent();
    if (loads) {
      add(Form.IMPORT, call, Names.required(call).orElse(UNKNOWN));
    }
  }

  private void visitIf(Node node) {
    Node condition = node.child("condition").orElse(node);
    add(Form.IF, node, condition.text());
    if (Guards.isIdle(node)) {
      add(Form.SWALLOW, node, condition.text());
    }
    if (Guards.isGuard(node)) {
      add(Form.GUARD, node, condition.text());
    }
    if (Guards.isGuard(node) || Guards.throwsError(node)) {
      Guards.operands(condition).forEach(operand -> add(Form.OPERAND, operand, operand.text()));
    }
  }

  private void visitCatch(Node node) {
    String type = Guards.caught(node);
    add(Form.CATCH, node, type);
    if (Guards.isIdle(node)) {
      add(Form.SWALLOW, node, type);
    }
  }

  private void visitImport(Node statement) {
    Optional<Node> source = statement.child("source");
    if (source.isPresent()) {
      add(Form.IMPORT, statement, Names.module(source.get()));
      return;
    }
    for (Node name : statement.children("name")) {
      add(Form.IMPORT, name, name.child("name").map(Node::text).orElse(name.text()));
    }
  }

  private void visitFrom(Node statement) {
    String module = statement.child("module_name").map(Node::text).orElse("");
    add(Form.IMPORT, statement, module);
    for (Node name : statement.children("name")) {
      String member = name.child("name").map(Node::text).orElse(name.text());
      add(Form.NAME, name, module + "." + member);
    }
  }

  private void visitJavaImport(Node declaration) {
    boolean all = declaration.parts().stream().anyMatch(part -> part.is("asterisk"));
    declaration.parts().stream()
        .findFirst()
        .ifPresent(path -> add(Form.IMPORT, declaration, path.text() + (all ? ".*" : "")));
  }

  private void returned(Node statement) {
    add(Form.RETURN, statement, statement.text());
  }

  private void entered(Node statement) {
    statement.parts().stream()
        .filter(part -> part.is("with_clause"))
        .filter(part -> !Guards.isIdle(statement))
        .forEach(part -> add(Form.WITH, statement, part.text()));
  }

  private void assigned(Node node, String field) {
    node.child(field)
        .ifPresent(left ->
            left.walk(TARGETS)
                .findFirst()
                .or(() -> left.walk("identifier").findFirst())
                .ifPresent(target -> add(Form.ASSIGN, node, names.path(target))));
  }

  private void key(Node key) {
    add(Form.KEY, key, key.text());
  }

  private void annotation(Node decorator) {
    add(Form.ANNOTATION, decorator, names.path(decorator));
  }

  private void path(Form form, Node node, String field) {
    node.child(field).ifPresent(child -> add(form, node, names.path(child)));
  }

  private void field(Form form, Node node, String field) {
    node.child(field).ifPresent(child -> add(form, node, Names.unquoted(child)));
  }

  private void add(Form form, Node node, String text) {
    found.add(new Subject(form, node, text));
  }
}
