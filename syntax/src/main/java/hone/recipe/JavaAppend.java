package hone.recipe;

import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A statement that adds to the end of a string: `s += a + b;` or `s = s + a + b;`.
///
/// @param target   the variable, on the left
/// @param appended what is added, from the left; each piece becomes text on its own
/// @param whole    the right side
record JavaAppend(Node statement, Node target, List<Node> appended, Node whole) {

  private static final int LINE_LENGTH = 100;
  private static final Pattern BREAK = Pattern.compile("\\r?\\n[ \\t]*");

  JavaAppend {
    appended = List.copyOf(appended);
  }

  /// The append that a statement is.
  static Optional<JavaAppend> of(Node statement) {
    if (!statement.is("expression_statement")) {
      return Optional.empty();
    }
    Node assignment = statement.parts().getFirst();
    Optional<Node> left = assignment.child("left", "identifier");
    if (!assignment.is("assignment_expression") || left.isEmpty()) {
      return Optional.empty();
    }
    Node right = assignment.child("right").orElseThrow();
    List<Node> operands = JavaTypes.operands(right);
    return switch (assignment.child("operator").map(Node::text).orElse("")) {
      case "+=" -> Optional.of(new JavaAppend(statement, left.get(), operands, right));
      case "=" -> {
        boolean addsToItself =
            operands.size() > 1
                && operands.getFirst().is("identifier")
                && operands.getFirst().isText(left.get().text());
        yield addsToItself
            ? Optional.of(
                new JavaAppend(statement, left.get(), operands.subList(1, operands.size()), right))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /// The append that a use of a variable is part of, as what is added to.
  static Optional<JavaAppend> to(Node use) {
    return use.ancestor("expression_statement")
        .flatMap(JavaAppend::of)
        .filter(append ->
            append.target == use
                || (append.isItself() && JavaTypes.operands(append.whole).getFirst() == use));
  }

  private boolean isItself() {
    return JavaTypes.operands(whole).size() > appended.size();
  }

  boolean appends(Node place) {
    return appended.stream().anyMatch(place::isIn);
  }

  /// Refuses pieces that a builder would turn into another text than `+` does.
  void check(JavaTypes types) throws Refusal {
    for (Node piece : appended) {
      Node bare = bare(piece);
      Refusal.unless(
          !bare.is("switch_expression"),
          "a switch expression is appended, whose type depends on where it stands");
      Refusal.unless(
          !types.mayBeCharArray(bare),
          "'" + bare.text() + "' may be a char[], which a builder appends as its characters");
      Refusal.unless(!bare.is("lambda_expression"), "a lambda is appended");
    }
  }

  /// The same as calls on a builder.
  ///
  /// Pieces before the first that is a String for certain stay together: the compiler may be
  /// adding numbers there.
  ///
  /// @param whole whether the pieces must be put together before any is appended, because
  ///     somebody could see the text after a piece has failed
  String calls(SourceFile file, JavaTypes types, String builder, boolean whole) throws Refusal {
    List<String> arguments = new ArrayList<>();
    List<String> breaks = new ArrayList<>();
    int next = 0;
    if (!isItself()) {
      next = whole || hasComment() ? appended.size() : together(types);
      arguments.add(file.text().substring(this.whole.start(), appended.get(next - 1).end()));
      if (next == 1) {
        arguments.set(0, bare(appended.getFirst()).text());
      }
      breaks.add("");
    } else {
      Refusal.unless(
          !(whole && appended.size() > 1) && !hasComment(),
          "the pieces of the append on line "
              + file.line(statement.start())
              + " cannot be taken apart");
    }
    for (; next < appended.size(); next++) {
      arguments.add(bare(appended.get(next)).text());
      breaks.add(next == 0 ? "" : lineBreak(file, next));
    }
    return chain(file, builder, arguments, breaks);
  }

  private int together(JavaTypes types) {
    for (int first = 0; first < appended.size(); first++) {
      if (types.isString(appended.get(first))) {
        return Math.max(1, first);
      }
    }
    return appended.size();
  }

  private boolean hasComment() {
    return whole.walk().anyMatch(Node::isComment);
  }

  private String lineBreak(SourceFile file, int piece) {
    String gap = file.text().substring(appended.get(piece - 1).end(), appended.get(piece).start());
    java.util.regex.Matcher found = BREAK.matcher(gap);
    return found.find() ? found.group() : "";
  }

  private String chain(
      SourceFile file, String builder, List<String> arguments, List<String> breaks) {
    int line = file.line(statement.start());
    boolean oneLine = breaks.stream().allMatch(String::isEmpty);
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).equals("\"\"") || arguments.size() == 1) {
        String argument = arguments.get(i).equals("null") ? "\"null\"" : arguments.get(i);
        calls.add(breaks.get(i) + ".append(" + argument + ")");
      }
    }
    String joined = builder + String.join("", calls);
    int width = statement.start() - file.lineStart(line) + joined.length() + 1;
    boolean wasShort =
        file.lineEnd(line) - file.lineStart(line) <= LINE_LENGTH
            && file.line(statement.end()) == line;
    if (oneLine && wasShort && width > LINE_LENGTH && calls.size() > 1) {
      String between = file.lineBreak() + file.indentation(line) + continuation(file);
      return builder + String.join(between, calls);
    }
    return joined;
  }

  private String continuation(SourceFile file) {
    String here = file.indentation(file.line(statement.start()));
    String around = file.indentation(file.line(statement.parent().orElse(statement).start()));
    String step = here.startsWith(around) ? here.substring(around.length()) : "";
    return step.isEmpty() ? "    " : step + step;
  }

  /// An expression without parentheses around it.
  private static Node bare(Node expression) {
    Node bare = expression;
    while (bare.is("parenthesized_expression")) {
      bare = JavaTypes.inner(bare);
    }
    return bare;
  }
}
