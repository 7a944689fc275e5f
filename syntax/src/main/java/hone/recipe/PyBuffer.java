package hone.recipe;

import hone.syntax.Node;
import hone.syntax.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An `io.StringIO` that one function makes, and that nobody sees half-written.
///
/// @param function the function that makes it
/// @param dump     the call that writes to it
record PyBuffer(PyNames names, Node function, Node dump, String name) {

  private static final Set<String> METHODS =
      Set.of(
          "getvalue",
          "write",
          "writelines",
          "seek",
          "tell",
          "truncate",
          "read",
          "readline",
          "readlines",
          "close",
          "flush");

  /// Refuses what is not surely such a buffer.
  void check() throws Refusal {
    List<Node> bindings = PyNames.bindings(function, name);
    boolean isMadeHere =
        bindings.size() == 1
            && bindings.getFirst().start() < dump.start()
            && function(bindings.getFirst()) == function
            && maker(bindings.getFirst())
                .flatMap(call -> call.child("function"))
                .filter(made -> names.isMember(made, "io", "StringIO"))
                .isPresent();
    Refusal.unless(
        isMadeHere, "'" + name + "' is not an io.StringIO that this function makes, once");
    List<Node> uses = PyNames.uses(function, name);
    for (Node use : uses) {
      Refusal.unless(
          function(use) == function, "'" + name + "' is used in a function inside this one");
      Refusal.unless(isQuiet(use) || isAfter(use), "'" + name + "' is given away before the dump");
    }
    for (Node around : dump.ancestors().takeWhile(node -> node != function).toList()) {
      checkFailure(around, uses);
    }
  }

  private static Node function(Node node) {
    return node.ancestors().filter(Scopes::isFunction).findFirst().orElse(node);
  }

  private static Optional<Node> maker(Node binding) {
    Node parent = binding.parent().orElseThrow();
    Optional<Node> value =
        parent.is("as_pattern_target")
            ? parent.parent().map(pattern -> pattern.parts().getFirst())
            : parent.is("assignment") ? parent.child("right") : Optional.empty();
    return value.filter(call -> call.is("call"));
  }

  /// Whether a use calls a method of the buffer, or is the file of a dump.
  private boolean isQuiet(Node use) {
    Node parent = use.parent().orElseThrow();
    if (parent.is("attribute")) {
      return parent.field().equals("function")
          && parent.child("attribute").filter(m -> METHODS.contains(m.text())).isPresent();
    }
    return use.ancestor("call").filter(call -> PyDump.isDump(call, names)).isPresent()
        && use.ancestors().limit(2).anyMatch(node -> node.is("argument_list"));
  }

  private boolean isAfter(Node use) {
    return use.start() > dump.end()
        && use.ancestors()
            .takeWhile(node -> node != function)
            .noneMatch(node -> Scopes.isLoop(node) && dump.isIn(node));
  }

  /// Refuses where the function goes on after the dump has failed and looks at the buffer.
  private void checkFailure(Node around, List<Node> uses) throws Refusal {
    boolean goesOn =
        switch (around.kind()) {
          case "try_statement" -> isInBody(around) && goesOnAfterHandler(around);
          case "with_statement" -> !isPlainWith(around);
          default -> false;
        };
    boolean isSeenInHandler =
        around.is("try_statement")
            && isInBody(around)
            && handlers(around).stream().anyMatch(h -> uses.stream().anyMatch(u -> u.isIn(h)));
    boolean isSeenLater =
        goesOn
            && uses.stream()
                .anyMatch(
                    use -> !use.isIn(around) && (use.start() > around.end() || isAgain(around)));
    Refusal.unless(
        !isSeenInHandler && !isSeenLater,
        "'" + name + "' could be read after the dump has failed half-way");
  }

  private boolean isInBody(Node attempt) {
    return attempt.child("body").filter(dump::isIn).isPresent();
  }

  private boolean isAgain(Node around) {
    return around.ancestors().takeWhile(node -> node != function).anyMatch(Scopes::isLoop);
  }

  private static List<Node> handlers(Node attempt) {
    return attempt.parts().stream()
        .filter(part -> part.is("except_clause", "except_group_clause", "finally_clause"))
        .toList();
  }

  private static boolean goesOnAfterHandler(Node attempt) {
    return handlers(attempt).stream().anyMatch(handler -> !leaves(handler));
  }

  // A finally block that returns swallows the exception; one that runs to its end passes it on.
  private static boolean leaves(Node handler) {
    Node block = handler.parts().getLast();
    if (handler.is("finally_clause")) {
      return block
          .walk("return_statement", "break_statement", "continue_statement")
          .findAny()
          .isEmpty();
    }
    return !block.parts().isEmpty()
        && block.parts().getLast().is("return_statement", "raise_statement");
  }

  /// Whether a `with` statement surely lets exceptions through.
  private boolean isPlainWith(Node with) {
    return with.walk("with_item")
        .filter(item -> item.ancestor("with_statement").filter(w -> w == with).isPresent())
        .allMatch(item ->
            item.walk("call")
                .findFirst()
                .flatMap(call -> call.child("function"))
                .filter(f -> f.isText("open") || names.isMember(f, "io", "StringIO"))
                .isPresent());
  }
}
