package hone.recipe;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `list.includes(x)` for one element after the other becomes a search in a `Set`.
///
/// Both compare by SameValueZero, so the answers are the same for every value, NaN and the zeroes
/// among them.
final class NodeIncludesSet implements Matcher {

  private static final String[] AROUND_STATEMENTS = {
    "statement_block", "program", "if_statement", "for_statement", "for_in_statement",
    "while_statement", "do_statement", "arrow_function", "function_expression", "switch_case",
    "class_body"
  };

  @Override
  public Optional<Patch> patch(Site site) throws Refusal {
    List<Node> calls =
        site.file()
            .root()
            .walk("call_expression")
            .filter(call -> JsArray.method(call).equals("includes"))
            .filter(call -> !object(call).is("string", "template_string", "array"))
            .filter(call -> site.file().covers(statement(call), site.line()))
            .filter(call -> isRepeated(call, site.file().root()))
            .toList();
    Refusal first = null;
    for (Node call : calls) {
      try {
        return Optional.of(cure(site.file(), call));
      } catch (Refusal refusal) {
        first = first == null ? refusal : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return Optional.empty();
  }

  private static Node statement(Node node) {
    Node statement = node;
    while (statement.parent().filter(above -> !above.is(AROUND_STATEMENTS)).isPresent()) {
      statement = statement.parent().orElseThrow();
    }
    return statement;
  }

  private static Node object(Node call) {
    return call.child("function").flatMap(member -> member.child("object")).orElseThrow();
  }

  /// Whether a loop or an array's callback inside a scope runs a place again and again.
  private static boolean isRepeated(Node place, Node scope) {
    Node below = place;
    for (Node above : place.ancestors().takeWhile(node -> node != scope).toList()) {
      boolean isOnce = List.of("initializer", "right").contains(below.field());
      if ((Scopes.isLoop(above) && !isOnce) || JsArray.isCallback(above)) {
        return true;
      }
      below = above;
    }
    return false;
  }

  private static Patch cure(SourceFile file, Node call) throws Refusal {
    Node object = object(call);
    String name = object.text();
    Optional<JsConst> list = object.is("identifier") ? JsConst.of(object) : Optional.empty();
    Refusal.unless(
        list.isPresent(),
        "'" + name + "' is not a const that this file declares once in its scope");
    Refusal.unless(isPlain(call), "the call is optional, or does not have one argument");
    check(file, list.get());
    List<Node> calls =
        list.get().uses().stream()
            .map(NodeIncludesSet::callOn)
            .flatMap(Optional::stream)
            .filter(other -> isPlain(other) && isRepeated(other, list.get().scope()))
            .toList();
    Refusal.unless(calls.contains(call), "'" + name + "' is made anew in each round of the loop");
    checkUses(list.get(), calls);
    return new Patch(
        edits(file, list.get(), calls),
        "look values up in a Set of '" + name + "' instead of searching the array for each");
  }

  /// Whether a call asks for one value, and surely is made.
  private static boolean isPlain(Node call) {
    List<Node> arguments = call.child("arguments").map(Node::parts).orElse(List.of());
    return arguments.size() == 1
        && !arguments.getFirst().is("spread_element")
        && !JsArray.isOptional(call.child("function").orElseThrow())
        && !JsArray.isOptional(call);
  }

  private static Optional<Node> callOn(Node use) {
    return use.parent()
        .filter(member -> member.is("member_expression") && use.field().equals("object"))
        .flatMap(Node::parent)
        .filter(call -> call.is("call_expression") && JsArray.method(call).equals("includes"))
        .filter(call -> object(call) == use);
  }

  private static void check(SourceFile file, JsConst list) throws Refusal {
    Optional<Node> value = list.value();
    Refusal.unless(
        value.filter(JsArray::isNew).isPresent(),
        "'" + list.name() + "' is not surely an array that nobody else has");
    Refusal.unless(
        value.filter(JsArray::isShort).isEmpty(),
        "'" + list.name() + "' is so short that a search costs nothing");
    Refusal.unless(
        file.root().walk("identifier").noneMatch(n -> n.isText("Set") && JsConst.isBinding(n)),
        "the file has a Set of its own");
  }

  private static void checkUses(JsConst list, List<Node> calls) throws Refusal {
    boolean isDeferred = calls.stream().anyMatch(call -> isDeferred(call, list.scope()));
    int last = calls.stream().mapToInt(Node::end).max().orElse(0);
    for (Node use : list.uses()) {
      JsUse kind = JsUse.of(use);
      Refusal.unless(kind != JsUse.CHANGES, "'" + list.name() + "' is changed after it was made");
      boolean isLate =
          use.start() > last
              && !isDeferred
              && !isDeferred(use, list.scope())
              && calls.stream().noneMatch(call -> sharesLoop(use, call, list.scope()));
      Refusal.unless(
          kind == JsUse.READS || isLate,
          "'" + list.name() + "' is given to code that may change it");
    }
  }

  /// Whether a place is in a function that may run later than the text around it.
  private static boolean isDeferred(Node place, Node scope) {
    return place
        .ancestors()
        .takeWhile(node -> node != scope)
        .filter(Scopes::isFunction)
        .anyMatch(function -> !JsArray.isCallback(function) || isAsynchronous(function));
  }

  private static boolean isAsynchronous(Node function) {
    return function.children().stream().anyMatch(word -> word.is("async"));
  }

  private static boolean sharesLoop(Node use, Node call, Node scope) {
    return use.ancestors()
        .takeWhile(node -> node != scope)
        .filter(node -> Scopes.isLoop(node) || Scopes.isFunction(node))
        .anyMatch(call::isIn);
  }

  private static List<Edit> edits(SourceFile file, JsConst list, List<Node> calls) {
    String set =
        Site.free(
            list.name() + (list.name().matches("[A-Z0-9_]+") ? "_SET" : "Set"),
            word ->
                file.root()
                    .walk()
                    .anyMatch(node -> node.children().isEmpty() && node.isText(word)));
    List<Edit> edits = new ArrayList<>();
    for (Node call : calls) {
      Node member = call.child("function").orElseThrow();
      edits.add(Edit.replace(member.child("object").orElseThrow(), set));
      edits.add(Edit.replace(member.child("property").orElseThrow(), "has"));
    }
    Node declaration = list.declaration();
    String end = declaration.text().endsWith(";") ? ";" : "";
    String line = "const " + set + " = new Set(" + list.name() + ")" + end;
    int lastLine = file.line(declaration.end() - 1);
    String rest = file.text().substring(declaration.end(), file.lineEnd(lastLine)).strip();
    boolean ownsLine = rest.isEmpty() || rest.startsWith("//");
    String indentation = file.indentation(file.line(declaration.start()));
    edits.add(
        ownsLine
            ? Edit.insert(file.lineEnd(lastLine), file.lineBreak() + indentation + line)
            : Edit.insert(declaration.end(), (end.isEmpty() ? "; " : " ") + line));
    return edits;
  }
}
