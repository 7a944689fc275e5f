package hone.recipe;

import hone.syntax.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the text of a JavaScript expression shows about the arrays in it.
final class JsArray {

  /// Shorter lists are searched as fast as a set.
  private static final int FEW = 8;

  private static final Set<String> ALWAYS_NEW =
      Set.of("map", "filter", "flatMap", "flat", "toSorted", "toReversed", "toSpliced", "split");
  private static final Set<String> NEW_OF_ARRAY = Set.of("slice", "concat");
  private static final Set<String> SAME = Set.of("sort", "reverse", "fill");
  private static final Set<String> MAKERS =
      Set.of(
          "Object.keys",
          "Object.values",
          "Object.entries",
          "Object.getOwnPropertyNames",
          "Array.from",
          "Array.of");
  private static final Set<String> READING =
      Set.of(
          "includes",
          "indexOf",
          "lastIndexOf",
          "join",
          "slice",
          "concat",
          "at",
          "keys",
          "values",
          "entries",
          "toString",
          "flat",
          "toSorted",
          "toReversed");
  private static final Set<String> CALLING =
      Set.of(
          "map",
          "filter",
          "some",
          "every",
          "find",
          "findIndex",
          "findLast",
          "findLastIndex",
          "forEach",
          "flatMap",
          "reduce",
          "reduceRight");
  private static final Set<String> HARMLESS_CALLBACKS =
      Set.of("Boolean", "Number", "String", "parseFloat", "BigInt");

  private JsArray() {}

  /// Whether an expression is an array that nobody else has.
  static boolean isNew(Node expression) {
    Node bare = bare(expression);
    return switch (bare.kind()) {
      case "array" -> true;
      case "new_expression" ->
          bare.child("constructor").filter(name -> name.isText("Array")).isPresent();
      case "ternary_expression" ->
          isNew(bare.child("consequence").orElseThrow())
              && isNew(bare.child("alternative").orElseThrow());
      case "call_expression" -> isNewFromCall(bare);
      default -> false;
    };
  }

  private static boolean isNewFromCall(Node call) {
    Optional<Node> member = call.child("function", "member_expression");
    if (member.isEmpty() || isOptional(member.get()) || isWrapped(call)) {
      return false;
    }
    String method = method(call);
    Node object = member.get().child("object").orElseThrow();
    return ALWAYS_NEW.contains(method)
        || MAKERS.contains(member.get().text())
        || (NEW_OF_ARRAY.contains(method) && isArray(object))
        || (SAME.contains(method) && isNew(object));
  }

  /// Whether an expression is an array, new or not: a string has `slice` and `concat` too.
  private static boolean isArray(Node expression) {
    Node bare = bare(expression);
    return isNew(bare)
        || (bare.is("identifier")
            && JsConst.of(bare).flatMap(JsConst::value).filter(JsArray::isNew).isPresent());
  }

  // Libraries whose lists are objects of their own begin a chain like this.
  private static boolean isWrapped(Node call) {
    return call.walk("call_expression")
        .flatMap(inner -> inner.child("function").stream())
        .anyMatch(function ->
            function.isText("_") || function.isText("$") || function.text().endsWith(".chain"));
  }

  /// Whether an expression is an array of so few written elements that a search costs nothing.
  static boolean isShort(Node expression) {
    Node bare = bare(expression);
    return bare.is("array")
        && bare.parts().size() < FEW
        && bare.parts().stream().noneMatch(part -> part.is("spread_element"));
  }

  static Node bare(Node expression) {
    Node bare = expression;
    while (bare.is(
        "parenthesized_expression",
        "as_expression",
        "non_null_expression",
        "satisfies_expression",
        "await_expression")) {
      if (bare.is("await_expression")) {
        return bare;
      }
      bare = bare.parts().getFirst();
    }
    return bare;
  }

  /// The method a call calls; empty where it calls a function.
  static String method(Node call) {
    return call.child("function", "member_expression")
        .flatMap(member -> member.child("property"))
        .map(Node::text)
        .orElse("");
  }

  static boolean isOptional(Node member) {
    return member.child("optional_chain").isPresent()
        || member.children().stream().anyMatch(sign -> sign.is("optional_chain", "?."));
  }

  /// Whether a function is called by an array's method, for one element after the other.
  static boolean isCallback(Node function) {
    return function
        .parent()
        .filter(arguments -> arguments.is("arguments"))
        .flatMap(Node::parent)
        .filter(call -> CALLING.contains(method(call)))
        .isPresent();
  }

  /// Whether a call on an array leaves it as it is, and shows it to nobody.
  static boolean isReading(Node call) {
    if (READING.contains(method(call))) {
      return true;
    }
    List<Node> arguments = call.child("arguments").map(Node::parts).orElse(List.of());
    return CALLING.contains(method(call))
        && !arguments.isEmpty()
        && isHarmless(arguments.getFirst(), method(call).startsWith("reduce") ? 3 : 2);
  }

  // The parameter after these is the array itself.
  private static boolean isHarmless(Node callback, int parameters) {
    if (callback.is("identifier")) {
      return HARMLESS_CALLBACKS.contains(callback.text());
    }
    int named =
        callback
            .child("parameters")
            .map(list -> list.parts().size())
            .orElse(callback.child("parameter").isPresent() ? 1 : 0);
    return callback.is("arrow_function", "function_expression")
        && named <= parameters
        && callback.walk("rest_pattern").findAny().isEmpty()
        && callback.walk("identifier").noneMatch(name -> name.isText("arguments"));
  }
}
