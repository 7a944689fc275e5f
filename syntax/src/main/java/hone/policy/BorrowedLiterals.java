package hone.policy;

import hone.input.FormatException;
import hone.syntax.Node;
import hone.syntax.SourceFile;
import hone.syntax.SourceLanguage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values of the tests and benchmarks that a candidate compares with, or has an answer ready for.
///
/// @param values the strings and numbers that the base's judges hold
record BorrowedLiterals(Set<String> values) {

  private static final String[] STRINGS = {
    "string", "interpreted_string_literal", "raw_string_literal", "string_literal"
  };
  private static final String[] NUMBERS = {
    "int_literal",
    "integer",
    "number",
    "decimal_integer_literal",
    "float_literal",
    "float",
    "decimal_floating_point_literal"
  };
  private static final Pattern TELLING = Pattern.compile("(?s)\\d{2,}|[^\\d].+");
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)(?:.*\\.)?(?:equals|equalsIgnoreCase|has|get|includes|contains|startsWith|endsWith|"
              + "hasPrefix|hasSuffix|hasString|startswith|endswith|compare|equal|indexOf|containsKey|"
              + "put|set|of|ofEntries|entry|test|matches|match)");
  private static final Names UNKNOWN = new Names(Map.of());

  BorrowedLiterals {
    values = Set.copyOf(values);
  }

  /// The values in the texts of tests, benchmarks and settings, by path.
  static BorrowedLiterals from(Map<String, String> judges) {
    Set<String> values = new HashSet<>();
    judges.forEach((path, text) -> {
      if (SourceLanguage.of(path).isEmpty()) {
        Arrays.stream(text.split("[\\s\"'`,]+"))
            .filter(word -> word.startsWith("/") || word.matches("\\d{2,}"))
            .forEach(values::add);
        return;
      }
      try {
        values.addAll(literals(SourceFile.of(path, text).root()));
      } catch (FormatException unreadable) {
        values.addAll(List.of(text.split("\\W+")));
      }
    });
    values.removeIf(value -> !TELLING.matcher(value).matches());
    return new BorrowedLiterals(values);
  }

  static Set<String> literals(Node root) {
    return nodes(root).map(BorrowedLiterals::value).collect(Collectors.toSet());
  }

  /// The places in a candidate that ask for such a value, without those the base has.
  Stream<Node> in(Node root, Set<String> known) {
    return nodes(root)
        .filter(node -> values.contains(value(node)) && !known.contains(value(node)))
        .filter(BorrowedLiterals::isAsked);
  }

  private static Stream<Node> nodes(Node root) {
    return root.walk().filter(node -> node.is(STRINGS) || node.is(NUMBERS));
  }

  private static String value(Node literal) {
    return literal.is(STRINGS) ? Names.unquoted(literal) : literal.text().replace("_", "");
  }

  /// Whether a literal is what something is compared with or looked up by.
  private static boolean isAsked(Node literal) {
    Node above = literal.parent().orElseThrow();
    return switch (above.kind()) {
      case "binary_expression", "comparison_operator" ->
          above.children().stream()
              .anyMatch(sign ->
                  sign.isText("==")
                      || sign.isText("===")
                      || sign.isText("!=")
                      || sign.isText("!==")
                      || sign.isText("in"));
      case "switch_case", "switch_label", "expression_case", "case_pattern", "pattern" -> true;
      case "expression_list" -> above.parent().filter(p -> p.is("expression_case")).isPresent();
      case "pair" -> literal.field().equals("key");
      case "literal_element" ->
          above
              .parent()
              .filter(p -> p.is("keyed_element") && p.parts().getFirst() == above)
              .isPresent();
      case "keyed_element" -> above.parts().getFirst() == literal;
      case "subscript", "subscript_expression", "index_expression" -> true;
      case "array", "list", "set", "tuple", "array_initializer" -> true;
      case "argument_list", "arguments" ->
          above
              .parent()
              .filter(call -> call.is("call", "call_expression", "method_invocation"))
              .filter(call -> ASKS.matcher(UNKNOWN.callee(call)).matches())
              .isPresent();
      default -> false;
    };
  }
}
