package hone.policy;

import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Functions that keep an input and its answer where the next call finds them, and give that answer
/// again to the same input: fast for a benchmark that asks for one thing, and for little else.
///
/// @param function that does so
/// @param kept     places outside of it that it writes, such as `last` or `self._answer`
/// @param locals   its parameters and variables
record KeptAnswers(Node function, Set<String> kept, Set<String> locals) {

  private static final String[] WRITES = {
    "assignment", "assignment_statement", "assignment_expression"
  };
  private static final String[] LISTS = {"expression_list", "pattern_list", "tuple_pattern"};
  private static final String[] PATHS = {
    "identifier", "selector_expression", "attribute", "member_expression", "field_access"
  };
  private static final Set<String> SAME = Set.of("==", "===", "!=", "!==", "is", "is not");
  private static final Pattern EQUAL =
      Pattern.compile("(?:.*\\.)?(?:(?i:(?:is)?(?:deep)?(?:strict)?equals?)|Object\\.is)");
  private static final Set<String> SELF = Set.of("this", "self", "cls");

  /// The functions of a file that do so, each with the comparison of the inputs.
  static Map<String, Node> in(SourceFile file) {
    Map<String, Node> found = new LinkedHashMap<>();
    file.root()
        .walk()
        .filter(Scopes::isFunction)
        .forEach(function ->
            of(function)
                .comparison()
                .ifPresent(node -> found.putIfAbsent(Inventory.qualified(function), node)));
    return found;
  }

  private static KeptAnswers of(Node function) {
    Set<String> locals = locals(function);
    Set<String> shared =
        function
            .walk("global_statement", "nonlocal_statement")
            .flatMap(statement -> statement.walk("identifier"))
            .map(Node::text)
            .collect(Collectors.toSet());
    boolean python = function.is("function_definition");
    Set<String> kept =
        targets(function)
            .filter(target -> {
              String root = root(target);
              return target.contains(".")
                  ? SELF.contains(root) || !locals.contains(root)
                  : python ? shared.contains(root) : !locals.contains(root);
            })
            .collect(Collectors.toSet());
    return new KeptAnswers(function, kept, locals);
  }

  /// Where it compares what it was given with what it keeps, and returns something else of that.
  private Optional<Node> comparison() {
    return kept.isEmpty()
        ? Optional.empty()
        : function.walk().filter(node -> compared(node).anyMatch(this::isAnswered)).findFirst();
  }

  /// The kept sides of a comparison whose other side comes from this call.
  private Stream<String> compared(Node node) {
    List<Node> sides = sides(node);
    return sides.size() == 2
            && sides.stream().anyMatch(this::isGiven)
            && sides.stream().noneMatch(this::isBoth)
        ? sides.stream().filter(this::isKept).map(KeptAnswers::path)
        : Stream.empty();
  }

  private static List<Node> sides(Node node) {
    if (node.is("binary_expression", "comparison_operator")) {
      boolean same =
          node.children().stream()
              .anyMatch(sign -> SAME.contains(Subject.squeezed(sign.text())) && !sign.is(PATHS));
      return same ? node.parts() : List.of();
    }
    if (node.is("call", "call_expression", "method_invocation")
        && EQUAL.matcher(new Names(Map.of()).callee(node)).matches()) {
      List<Node> arguments = node.child("arguments").map(Node::parts).orElse(List.<Node>of());
      return arguments.size() == 2
          ? arguments
          : Stream.concat(receiver(node), arguments.stream()).toList();
    }
    return List.of();
  }

  private static Stream<Node> receiver(Node call) {
    return call
        .child("object")
        .or(() -> call.child("function").flatMap(function -> function.child("object")))
        .stream();
  }

  private boolean isGiven(Node side) {
    return !isKept(side) && side.walk("identifier").anyMatch(name -> locals.contains(name.text()));
  }

  private boolean isKept(Node side) {
    return isOfKept(path(side));
  }

  private boolean isBoth(Node side) {
    return !isKept(side) && side.walk(PATHS).anyMatch(part -> isOfKept(path(part)));
  }

  private boolean isOfKept(String path) {
    return kept.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "."));
  }

  private boolean isAnswered(String compared) {
    return function
        .walk("return_statement")
        .flatMap(statement -> statement.walk(PATHS))
        .filter(path -> !path.field().equals("function"))
        .map(KeptAnswers::path)
        .anyMatch(path -> isOfKept(path) && !path.equals(compared));
  }

  private static Stream<String> targets(Node function) {
    return function
        .walk(WRITES)
        .flatMap(write -> write.child("left").stream())
        .flatMap(left -> left.is(LISTS) ? left.parts().stream() : Stream.of(left))
        .filter(target -> target.is(PATHS))
        .map(Node::text);
  }

  private static Set<String> locals(Node function) {
    Set<String> names = new HashSet<>();
    Stream.of("parameters", "parameter")
        .flatMap(field -> function.child(field).stream())
        .flatMap(part -> part.walk("identifier"))
        .forEach(name -> names.add(name.text()));
    Stream<Node> declared =
        Stream.concat(
            function.walk("short_var_declaration").flatMap(node -> node.child("left").stream()),
            function
                .walk("var_spec", "variable_declarator")
                .flatMap(node -> node.child("name").stream()));
    declared.flatMap(node -> node.walk("identifier")).forEach(name -> names.add(name.text()));
    if (function.is("function_definition")) {
      targets(function).filter(target -> !target.contains(".")).forEach(names::add);
    }
    names.removeAll(SELF);
    return names;
  }

  private static String path(Node node) {
    return node.text().replace("?.", ".");
  }

  private static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
