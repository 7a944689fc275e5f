package hone.recipe;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `text += …` in a loop becomes a `StringBuilder`.
///
/// Where the variable is only appended to and then read, it becomes the builder itself, so that no
/// other path through the method needs care. Otherwise a second variable is the builder for the
/// outermost loop that only appends, see [JavaLoopBuilder].
final class JavaStringBuilder implements Matcher {

  @Override
  public Optional<Patch> patch(Site site) throws Refusal {
    SourceFile file = site.file();
    for (Node statement : statements(file, site.line())) {
      Optional<Patch> patch = patch(file, statement);
      if (patch.isPresent()) {
        return patch;
      }
    }
    return Optional.empty();
  }

  /// The statements a line may mean: the one on it, or those in a loop that begins or ends on it.
  /// Compiled code is sampled where a loop jumps back, so the work of its body is often charged to
  /// its head or its closing brace.
  private static List<Node> statements(SourceFile file, int line) {
    Optional<Node> statement =
        file.onLine(line, "expression_statement")
            .filter(JavaStringBuilder::assignsByAdding)
            .max(Comparator.comparingInt(Node::start));
    if (statement.isPresent()) {
      return List.of(statement.get());
    }
    return file.root()
        .walk()
        .filter(Scopes::isLoop)
        .filter(loop -> file.line(loop.start()) == line || file.line(loop.end() - 1) == line)
        .flatMap(loop -> loop.walk("expression_statement"))
        .filter(node -> JavaAppend.of(node).isPresent())
        .toList();
  }

  private static Optional<Patch> patch(SourceFile file, Node statement) throws Refusal {
    JavaTypes types = new JavaTypes(file.root());
    Optional<JavaAppend> append = JavaAppend.of(statement);
    if (append.isEmpty()) {
      refuseMember(statement, types);
      return Optional.empty();
    }
    Optional<JavaLocal> local = JavaLocal.of(append.get().target());
    if (local.isEmpty()) {
      refuseOther(append.get(), types);
      return Optional.empty();
    }
    return isText(local.get(), types) ? rewrite(file, types, append.get(), local.get()) : none();
  }

  private static Optional<Patch> none() {
    return Optional.empty();
  }

  private static boolean assignsByAdding(Node statement) {
    Node expression = statement.parts().isEmpty() ? statement : statement.parts().getFirst();
    String sign = expression.child("operator").map(Node::text).orElse("");
    return expression.is("assignment_expression")
        && (sign.equals("+=") || JavaAppend.of(statement).isPresent());
  }

  private static boolean isText(JavaLocal local, JavaTypes types) {
    return JavaTypes.isStringType(local.type())
        || (local.type().isText("var") && local.value().filter(types::isString).isPresent());
  }

  private static void refuseMember(Node statement, JavaTypes types) throws Refusal {
    Node assignment = statement.parts().getFirst();
    Node left = assignment.child("left").orElseThrow();
    boolean isString =
        assignment.child("right").filter(types::isString).isPresent()
            || left.child("field").filter(types::isString).isPresent();
    Refusal.unless(!isString, "'" + left.text() + "' is not a local variable: others may read it");
  }

  private static void refuseOther(JavaAppend append, JavaTypes types) throws Refusal {
    String name = append.target().text();
    Refusal.unless(
        !types.isString(append.target()),
        "'" + name + "' is not a local variable with an initial value in this method");
  }

  private static Optional<Patch> rewrite(
      SourceFile file, JavaTypes types, JavaAppend append, JavaLocal local) throws Refusal {
    if (local.loopsAround(append.statement()).isEmpty()) {
      return none();
    }
    Refusal.unless(
        !types.redefines("StringBuilder") && !types.redefines("String"),
        "the file has a StringBuilder or a String of its own");
    Refusal.unless(
        local.uses().stream().noneMatch(JavaStringBuilder::isComparedByIdentity),
        "'" + local.name() + "' is compared with == or !=");
    for (Node use : local.uses()) {
      Optional<JavaAppend> other = JavaAppend.to(use);
      if (other.isPresent()) {
        other.get().check(types);
      }
    }
    List<Edit> edits =
        canBecomeBuilder(local, types)
            ? becomeBuilder(file, types, local)
            : new JavaLoopBuilder(file, types, local).edits(append);
    return Optional.of(
        new Patch(
            edits,
            "build '"
                + local.name()
                + "' in a StringBuilder: each += in the loop copied all the text so far"));
  }

  private static boolean isComparedByIdentity(Node use) {
    return use.parent()
        .filter(node -> node.is("binary_expression"))
        .flatMap(node -> node.child("operator"))
        .filter(sign -> sign.isText("==") || sign.isText("!="))
        .isPresent();
  }

  /// Whether every use is an append, a question a builder answers too, or a read that happens
  /// at most a few times.
  private static boolean canBecomeBuilder(JavaLocal local, JavaTypes types) {
    long reads = 0;
    for (Node use : local.uses()) {
      if (JavaAppend.to(use).isPresent() || (isLengthRead(use) && !isAppended(use))) {
        continue;
      }
      if (isWritten(use) || isAppended(use)) {
        return false;
      }
      if (returning(use, local).isEmpty()) {
        reads++;
        if (!local.loopsAround(use).isEmpty()) {
          return false;
        }
      }
    }
    return reads <= 1
        && local.declaration().children("declarator").size() == 1
        && local.declaration().parent().filter(node -> node.is("for_statement")).isEmpty()
        && local.value().filter(types::isNeverNull).isPresent();
  }

  /// Whether a use is part of what is appended to the same variable.
  static boolean isAppended(Node use) {
    return use.ancestor("expression_statement")
        .flatMap(JavaAppend::of)
        .filter(append -> append.target().isText(use.text()) && append.appends(use))
        .isPresent();
  }

  static boolean isWritten(Node use) {
    return use.field().equals("left")
        && use.parent().filter(node -> node.is("assignment_expression")).isPresent();
  }

  /// Whether a use only asks how long the text is.
  static boolean isLengthRead(Node use) {
    return use.field().equals("object")
        && use.parent()
            .filter(call -> call.is("method_invocation"))
            .filter(call -> List.of("length", "isEmpty").contains(JavaTypes.name(call)))
            .isPresent();
  }

  private static List<Edit> becomeBuilder(SourceFile file, JavaTypes types, JavaLocal local)
      throws Refusal {
    List<Edit> edits = new ArrayList<>();
    if (!local.type().isText("var")) {
      edits.add(Edit.replace(local.type(), "StringBuilder"));
    }
    Node value = local.value().orElseThrow();
    String initial = value.isText("\"\"") ? "" : value.text();
    edits.add(Edit.replace(value, "new StringBuilder(" + initial + ")"));
    for (Node use : local.uses()) {
      Optional<JavaAppend> append = JavaAppend.to(use);
      if (append.isPresent()) {
        if (append.get().target() == use) {
          edits.add(append(file, types, local, append.get(), local.name()));
        }
      } else if (isLengthRead(use)) {
        edits.addAll(length(use, local.name()));
      } else if (returned(use, local, types).isPresent()) {
        JavaAppend last = returned(use, local, types).orElseThrow();
        String calls = last.calls(file, types, local.name(), false);
        edits.add(Edit.replace(last.whole(), calls + ".toString()"));
      } else {
        edits.add(Edit.replace(use, local.name() + ".toString()"));
      }
    }
    return edits;
  }

  /// The return that a use is in, which happens once.
  private static Optional<Node> returning(Node use, JavaLocal local) {
    return use.ancestor("return_statement").filter(node -> node.isIn(local.scope()));
  }

  /// The append that `return text + a + b;` could be, where nothing looks at the text after it.
  private static Optional<JavaAppend> returned(Node use, JavaLocal local, JavaTypes types) {
    Optional<Node> statement = returning(use, local).filter(node -> !local.isTriedAt(node));
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    Node value = statement.get().parts().getFirst();
    List<Node> operands = JavaTypes.operands(value);
    List<Node> appended = operands.subList(1, operands.size());
    boolean isFirst = operands.getFirst() == use && !appended.isEmpty();
    boolean isAlone =
        local.uses().stream().filter(other -> other.isIn(statement.get())).count() == 1;
    boolean isPlain =
        value.walk().noneMatch(Node::isComment)
            && appended.stream()
                .noneMatch(piece -> types.mayBeCharArray(piece) || piece.is("switch_expression"));
    return isFirst && isAlone && isPlain
        ? Optional.of(new JavaAppend(statement.get(), use, appended, value))
        : Optional.empty();
  }

  /// One append as calls on a builder.
  static Edit append(
      SourceFile file, JavaTypes types, JavaLocal local, JavaAppend append, String builder)
      throws Refusal {
    boolean whole = local.isTriedAt(append.statement());
    Node expression = append.statement().parts().getFirst();
    return Edit.replace(expression, append.calls(file, types, builder, whole));
  }

  /// The same question put to a builder; `isEmpty` is younger there than in String.
  static List<Edit> length(Node use, String builder) {
    Node call = use.parent().orElseThrow();
    if (JavaTypes.name(call).equals("length")) {
      return List.of(Edit.replace(use, builder));
    }
    Node parent = call.parent().orElseThrow();
    if (parent.is("unary_expression") && parent.text().startsWith("!")) {
      return List.of(Edit.replace(parent, inPlace(parent, builder + ".length() > 0")));
    }
    return List.of(Edit.replace(call, inPlace(call, builder + ".length() == 0")));
  }

  private static String inPlace(Node replaced, String comparison) {
    Node parent = replaced.parent().orElseThrow();
    String sign = parent.child("operator").map(Node::text).orElse("");
    boolean bare =
        parent.is("parenthesized_expression", "argument_list", "variable_declarator")
            || parent.is("return_statement")
            || (parent.is("ternary_expression") && replaced.field().equals("condition"))
            || (parent.is("binary_expression") && List.of("&&", "||").contains(sign));
    return bare ? comparison : "(" + comparison + ")";
  }
}
