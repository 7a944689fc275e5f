package hone.recipe;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Moves one compilation out of its function.
///
/// @param taken names given to other patterns of the same change
record GoRegexpMove(Site site, GoRegexpCall call, Set<String> taken) {

  List<Edit> edits() throws Refusal {
    List<Node> declared = call.declared();
    if (declared.isEmpty()) {
      return call.must() ? inPlace() : inPlaceWithError();
    }
    checkUses(declared.getFirst());
    boolean hasError = declared.size() == 2 && !declared.get(1).isText("_");
    if (declared.getFirst().isText("_")
        || hasError
        || !standsAlone()
        || isDeclaredTwice(declared)) {
      return call.must() || hasError ? beside(hasError) : refused();
    }
    return moved(declared.getFirst());
  }

  private static List<Edit> refused() throws Refusal {
    throw new Refusal("the statement around the call is of an unknown shape");
  }

  private List<Edit> inPlace() throws Refusal {
    Node use = call.call();
    Refusal.unless(
        GoRegexpCall.reads(use)
            || GoRegexpCall.isHandedOn(use, file())
            || GoRegexpCall.isReturnedInside(use),
        leaves("the pattern"));
    return beside(false);
  }

  private List<Edit> inPlaceWithError() throws Refusal {
    Refusal.unless(
        GoRegexpCall.isReturnedInside(call.call())
            && call.call().parent().orElseThrow().parts().size() == 1,
        leaves("the pattern"));
    return beside(true);
  }

  private static String leaves(String what) {
    return what + " leaves the function: who gets it could change it";
  }

  private SourceFile file() {
    return site.file();
  }

  /// The call alone replaced by the new name.
  private List<Edit> beside(boolean hasError) {
    String name = newName();
    String names = hasError ? name + ", err" + capital(name) : name;
    return List.of(
        Edit.insert(top(), "var " + names + " = " + callText() + blankLine()),
        Edit.replace(call.call(), names));
  }

  /// The whole declaration moved, under its own name if that says enough.
  private List<Edit> moved(Node variable) {
    String old = variable.text();
    boolean keeps = GoNames.isTelling(old) && isOnlyHere(old);
    String name = keeps ? old : newName();
    Node statement = statement();
    int firstLine = firstCommentLine(statement);
    int lastLine = file().line(statement.end() - 1);
    String comments =
        file().text().substring(file().lineStart(firstLine), statement.start()).stripTrailing();
    String trailing = file().text().substring(statement.end(), file().lineEnd(lastLine));
    String above =
        comments.isBlank()
            ? ""
            : dedented(comments.strip(), statement.start()) + file().lineBreak();
    List<Edit> edits = new ArrayList<>();
    edits.add(
        Edit.insert(top(), above + "var " + name + " = " + callText() + trailing + blankLine()));
    int end = file().nextLine(lastLine);
    edits.add(new Edit(file().lineStart(firstLine), endOfGap(firstLine, end), ""));
    if (!keeps) {
      uses(variable).forEach(use -> edits.add(Edit.replace(use, name)));
    }
    return edits;
  }

  /// Where a removal ends: a blank line goes with it that would begin a block or follow another.
  private int endOfGap(int firstLine, int end) {
    String before = lineText(firstLine - 1);
    int next = file().line(end);
    boolean opens = before.isBlank() || before.endsWith("{");
    return opens && lineText(next).isBlank() ? file().nextLine(next) : end;
  }

  private String lineText(int line) {
    return file().text().substring(file().lineStart(line), file().lineEnd(line));
  }

  private int firstCommentLine(Node statement) {
    int line = file().line(statement.start());
    while (lineText(line - 1).strip().startsWith("//")) {
      line--;
    }
    return line;
  }

  private Node statement() {
    Node statement = call.statement();
    return statement.is("var_spec") ? statement.parent().orElseThrow() : statement;
  }

  private boolean standsAlone() {
    Node statement = statement();
    int start = file().lineStart(file().line(statement.start()));
    int end = file().lineEnd(file().line(statement.end() - 1));
    String after = file().text().substring(statement.end(), end).strip();
    return statement.parent().filter(node -> node.is("statement_list")).isPresent()
        && (statement.is("short_var_declaration") || statement.parts().size() == 1)
        && !statement.text().startsWith("var (")
        && file().text().substring(start, statement.start()).isBlank()
        && (after.isEmpty() || after.startsWith("//"));
  }

  private boolean isDeclaredTwice(List<Node> declared) {
    String name = declared.getFirst().text();
    return call.topLevel()
            .walk("identifier")
            .filter(node -> node.isText(name) && GoNames.isDeclared(node))
            .count()
        > 1;
  }

  private List<Node> uses(Node variable) {
    return call.topLevel()
        .walk("identifier")
        .filter(node -> node.start() > call.call().end() && node.isText(variable.text()))
        .filter(node -> !isKey(node))
        .toList();
  }

  // In a struct's value the key is the name of a field.
  private static boolean isKey(Node node) {
    return node.parent()
        .filter(element -> element.is("literal_element") && element.field().equals("key"))
        .isPresent();
  }

  private void checkUses(Node variable) throws Refusal {
    for (Node use : uses(variable)) {
      Node parent = use.parent().orElseThrow();
      boolean isAssigned = parent.is("expression_list") && parent.field().equals("left");
      Refusal.unless(
          !isAssigned || GoNames.isDeclared(use), "'" + use.text() + "' is assigned again");
      Refusal.unless(
          isAssigned
              || GoRegexpCall.reads(use)
              || GoRegexpCall.isHandedOn(use, file())
              || GoRegexpCall.isReturnedInside(use)
              || GoNames.isDeclared(use)
              || isComparedWithNil(parent),
          leaves("'" + use.text() + "'"));
    }
  }

  private static boolean isComparedWithNil(Node parent) {
    return parent.is("binary_expression") && parent.parts().stream().anyMatch(p -> p.is("nil"));
  }

  private boolean isOnlyHere(String name) {
    boolean elsewhere =
        file().root().children().stream()
            .filter(declaration -> declaration != call.topLevel())
            .flatMap(Node::walk)
            .anyMatch(node -> node.children().isEmpty() && node.isText(name));
    return !elsewhere && !site.isNameAmongNeighbours(name) && taken.add(name);
  }

  private String newName() {
    String base = GoNames.unexported(call.functionName()) + "Pattern";
    String name =
        Site.free(
            base,
            word ->
                site.isName(word) || site.isName("err" + capital(word)) || taken.contains(word));
    taken.add(name);
    return name;
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /// Before the declaration that holds the call, and before its comment.
  private int top() {
    List<Node> all = file().root().children();
    int index = all.indexOf(call.topLevel());
    Node first = call.topLevel();
    for (Node above : all.subList(0, index).reversed()) {
      boolean touches = file().line(above.end()) + 1 == file().line(first.start());
      if (above.isComment() && touches) {
        first = above;
      } else if (above.named()) {
        break;
      }
    }
    return first.start();
  }

  private String callText() {
    Node function = call.call().child("function").orElseThrow();
    String regexp = function.child("operand").orElseThrow().text();
    String method =
        call.must() || call.declared().stream().anyMatch(name -> name.isText("_"))
            ? "MustCompile"
            : "Compile";
    Node list = call.call().child("arguments").orElseThrow();
    boolean isRawOverLines =
        call.call().walk("raw_string_literal").anyMatch(raw -> raw.text().contains("\n"));
    return regexp
        + "."
        + method
        + (isRawOverLines ? list.text() : dedented(list.text(), list.end() - 1));
  }

  /// A text of several lines moved to the left by what the line of a place is indented.
  private String dedented(String text, int place) {
    String indentation = file().indentation(file().line(place));
    return text.replace("\n" + indentation, "\n");
  }

  private String blankLine() {
    return file().lineBreak() + file().lineBreak();
  }
}
