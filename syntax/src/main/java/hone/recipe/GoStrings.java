package hone.recipe;

import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The values of Go's constant strings, as far as the files at hand show them.
record GoStrings(List<SourceFile> files) {

  private static final String ESCAPES = "abfnrtv\\\"";
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000B\\\"";

  GoStrings {
    files = List.copyOf(files);
  }

  /// The value of a literal, of literals added up, or of a constant of the package.
  Optional<String> value(Node expression) {
    return switch (expression.kind()) {
      case "raw_string_literal" ->
          Optional.of(expression.text().replace("`", "").replace("\r", ""));
      case "interpreted_string_literal" -> unescaped(expression.text());
      case "parenthesized_expression" -> value(expression.parts().getFirst());
      case "binary_expression" ->
          value(expression.child("left").orElseThrow())
              .flatMap(left ->
                  value(expression.child("right").orElseThrow())
                      .filter(right -> expression.child("operator", "+").isPresent())
                      .map(left::concat));
      case "identifier" -> constant(expression.text());
      default -> Optional.empty();
    };
  }

  /// The value of a package-level constant, if no other thing in the package has its name.
  private Optional<String> constant(String name) {
    List<Node> declared =
        files.stream()
            .flatMap(file -> file.root().walk("identifier"))
            .filter(node -> node.isText(name) && GoNames.isDeclared(node))
            .toList();
    if (declared.size() != 1) {
      return Optional.empty();
    }
    return Stream.of(declared.getFirst())
        .flatMap(node -> node.parent().stream())
        .filter(spec -> spec.is("const_spec") && spec.ancestor("block").isEmpty())
        .filter(spec -> spec.children("name").size() == 1)
        .flatMap(spec -> spec.child("value").stream())
        .filter(values -> values.parts().size() == 1)
        .map(values -> values.parts().getFirst())
        .filter(value -> !value.is("identifier"))
        .findFirst()
        .flatMap(this::value);
  }

  private static Optional<String> unescaped(String literal) {
    StringBuilder value = new StringBuilder();
    int at = 1;
    while (at < literal.length() - 1) {
      char sign = literal.charAt(at);
      if (sign != '\\') {
        value.append(sign);
        at++;
        continue;
      }
      char escape = literal.charAt(at + 1);
      int digits = "xuU".indexOf(escape) < 0 ? 0 : 2 << "xuU".indexOf(escape);
      if (digits > 0) {
        int point = Integer.parseUnsignedInt(literal.substring(at + 2, at + 2 + digits), 16);
        if (digits == 2 && point > 0x7F) {
          return Optional.empty();
        }
        value.appendCodePoint(point);
      } else if (ESCAPES.indexOf(escape) >= 0) {
        value.append(ESCAPED.charAt(ESCAPES.indexOf(escape)));
      } else {
        return Optional.empty();
      }
      at += 2 + digits;
    }
    return Optional.of(value.toString());
  }
}
