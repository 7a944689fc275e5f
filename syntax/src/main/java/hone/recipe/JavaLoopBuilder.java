package hone.recipe;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A builder beside the string variable, for one loop: it takes the text over before the loop and
/// gives it back after.
///
/// @param local the string variable, which keeps its type and its other uses
record JavaLoopBuilder(SourceFile file, JavaTypes types, JavaLocal local) {

  /// The changes for the outermost loop around an append that only appends.
  List<Edit> edits(JavaAppend append) throws Refusal {
    checkNeverNull();
    Node loop = outermost(append);
    Node anchor = anchor(loop);
    checkLeaving(loop, anchor);
    String builder =
        Site.free(
            local.name() + "Builder",
            name -> file.root().walk("identifier").anyMatch(node -> node.isText(name)));
    List<Edit> edits = new ArrayList<>();
    String indentation = file.indentation(file.line(anchor.start()));
    edits.add(
        Edit.insert(
            anchor.start(),
            "StringBuilder "
                + builder
                + " = new StringBuilder("
                + local.name()
                + ");"
                + file.lineBreak()
                + indentation));
    for (Node use : usesIn(loop)) {
      Optional<JavaAppend> other = JavaAppend.to(use);
      if (other.isPresent() && other.get().target() == use) {
        edits.add(JavaStringBuilder.append(file, types, local, other.get(), builder));
      } else if (other.isEmpty()) {
        edits.addAll(JavaStringBuilder.length(use, builder));
      }
    }
    edits.add(
        Edit.insert(
            anchor.end(),
            file.lineBreak() + indentation + local.name() + " = " + builder + ".toString();"));
    return edits;
  }

  private void checkNeverNull() throws Refusal {
    boolean initial = local.value().map(types::isNeverNull).orElse(true);
    boolean later =
        local.uses().stream()
            .filter(use -> JavaStringBuilder.isWritten(use) && JavaAppend.to(use).isEmpty())
            .allMatch(use ->
                use.parent()
                    .flatMap(assignment -> assignment.child("right"))
                    .filter(types::isNeverNull)
                    .isPresent());
    Refusal.unless(initial && later, "'" + local.name() + "' may be null before the loop");
  }

  private Node outermost(JavaAppend append) throws Refusal {
    Node outermost = null;
    for (Node loop : local.loopsAround(append.statement())) {
      if (!usesIn(loop).stream().allMatch(JavaLoopBuilder::appendsOrAsksLength)) {
        break;
      }
      outermost = loop;
    }
    if (outermost == null) {
      boolean itself =
          local.uses().stream().anyMatch(use -> append.appends(use) || isAssigned(use, append));
      throw new Refusal(
          itself
              ? "what is appended to '" + local.name() + "' is made from '" + local.name() + "'"
              : "'" + local.name() + "' is read or assigned inside the loop");
    }
    return outermost;
  }

  private static boolean isAssigned(Node use, JavaAppend append) {
    return append.whole().walk("assignment_expression").anyMatch(use::isIn);
  }

  private static boolean appendsOrAsksLength(Node use) {
    return JavaAppend.to(use).isPresent()
        || (JavaStringBuilder.isLengthRead(use) && !JavaStringBuilder.isAppended(use));
  }

  private List<Node> usesIn(Node loop) {
    return local.uses().stream().filter(use -> use.isIn(loop)).toList();
  }

  private Node anchor(Node loop) throws Refusal {
    Node anchor = loop;
    while (anchor.parent().filter(node -> node.is("labeled_statement")).isPresent()) {
      anchor = anchor.parent().orElseThrow();
    }
    Refusal.unless(
        anchor
            .parent()
            .filter(node -> node.is("block", "constructor_body", "switch_block_statement_group"))
            .isPresent(),
        "there is no block around the loop to put the builder in");
    return anchor;
  }

  private void checkLeaving(Node loop, Node anchor) throws Refusal {
    Refusal.unless(
        !local.isTriedAt(loop), "'" + local.name() + "' could be read after the loop has failed");
    boolean jumpsOut =
        loop.walk("break_statement", "continue_statement")
            .flatMap(jump -> jump.parts().stream())
            .anyMatch(label -> !labels(anchor, label.text()));
    Refusal.unless(!jumpsOut, "a labelled jump leaves the loop past the place after it");
    boolean endless =
        loop.child("condition")
            .map(condition -> condition.text().matches("\\(?\\s*true\\s*\\)?"))
            .orElse(loop.is("for_statement"));
    Refusal.unless(
        !endless || loop.walk("break_statement").findAny().isPresent(),
        "the loop has no end to read the builder after");
  }

  private static boolean labels(Node anchor, String label) {
    return anchor
        .walk("labeled_statement")
        .anyMatch(labelled -> labelled.parts().getFirst().isText(label));
  }
}
