package hone.recipe;

import hone.syntax.Node;
import java.util.List;
import java.util.Set;

/// What a place does with an array that it names.
enum JsUse {
  /// Looks at it.
  READS,
  /// Changes it.
  CHANGES,
  /// Gives it to code that may change it, then or later.
  GIVES_AWAY;

  private static final Set<String> HARMLESS_CALLS =
      Set.of(
          "JSON.stringify",
          "Array.isArray",
          "Array.from",
          "Object.freeze",
          "Object.keys",
          "Promise.all",
          "String",
          "Boolean");

  static JsUse of(Node use) {
    Node parent = use.parent().orElseThrow();
    return switch (parent.kind()) {
      case "member_expression" -> member(parent);
      case "subscript_expression" -> use.field().equals("object") ? element(parent) : READS;
      case "arguments" -> argument(parent.parent().orElseThrow());
      case "spread_element",
          "binary_expression",
          "unary_expression",
          "template_substitution",
          "type_query" ->
          READS;
      case "for_in_statement" -> use.field().equals("right") ? READS : CHANGES;
      default -> GIVES_AWAY;
    };
  }

  private static JsUse member(Node member) {
    Node around = member.parent().orElseThrow();
    if (around.is("call_expression") && member.field().equals("function")) {
      if (JsArray.isReading(around)) {
        return READS;
      }
      return List.of(
                  "push",
                  "pop",
                  "shift",
                  "unshift",
                  "splice",
                  "sort",
                  "reverse",
                  "fill",
                  "copyWithin")
              .contains(JsArray.method(around))
          ? CHANGES
          : GIVES_AWAY;
    }
    if (isTarget(member)) {
      return CHANGES;
    }
    return member.child("property").filter(name -> name.isText("length")).isPresent()
        ? READS
        : GIVES_AWAY;
  }

  private static JsUse element(Node element) {
    if (isTarget(element)) {
      return CHANGES;
    }
    return element.field().equals("function") ? GIVES_AWAY : READS;
  }

  private static boolean isTarget(Node place) {
    Node around = place.parent().orElseThrow();
    return (around.is("assignment_expression", "augmented_assignment_expression")
            && place.field().equals("left"))
        || around.is("update_expression", "array_pattern", "pair_pattern", "rest_pattern")
        || (around.is("for_in_statement") && place.field().equals("left"))
        || (around.is("unary_expression") && around.text().startsWith("delete"));
  }

  private static JsUse argument(Node call) {
    String function =
        call.child(call.is("new_expression") ? "constructor" : "function")
            .map(Node::text)
            .orElse("");
    boolean isNewCollection = call.is("new_expression") && Set.of("Set", "Map").contains(function);
    boolean isHarmless =
        call.is("call_expression")
            && (HARMLESS_CALLS.contains(function)
                || function.startsWith("console.")
                || Set.of("concat", "includes", "indexOf").contains(JsArray.method(call)));
    return isNewCollection || isHarmless ? READS : GIVES_AWAY;
  }
}
