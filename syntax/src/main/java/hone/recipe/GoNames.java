package hone.recipe;

import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Names in Go files: what an import is called, what declares a name, and new names in the
/// language's manner.
final class GoNames {

  private static final Set<String> NAMELESS =
      Set.of(
          "re",
          "reg",
          "regex",
          "regexp",
          "rgx",
          "rx",
          "exp",
          "expr",
          "pattern",
          "pat",
          "matcher",
          "match",
          "compiled",
          "tmp",
          "result");
  private static final int SHORT = 5;

  private GoNames() {}

  /// What a file calls a package that it imports.
  static Optional<String> imported(SourceFile file, String path) {
    return file.root()
        .walk("import_spec")
        .filter(spec -> spec.child("path").filter(p -> p.isText('"' + path + '"')).isPresent())
        .map(spec -> spec.child("name").map(Node::text).orElse(path))
        .filter(name -> !name.equals(".") && !name.equals("_"))
        .findFirst();
  }

  /// Whether an identifier is where its name is given a meaning.
  static boolean isDeclared(Node identifier) {
    Node parent = identifier.parent().orElseThrow();
    return switch (parent.kind()) {
      case "const_spec",
          "var_spec",
          "parameter_declaration",
          "variadic_parameter_declaration",
          "function_declaration",
          "type_parameter_declaration" ->
          identifier.field().equals("name");
      case "expression_list" ->
          parent.field().equals("left")
              && parent
                  .parent()
                  .filter(above -> above.is("short_var_declaration", "range_clause"))
                  .isPresent();
      default -> false;
    };
  }

  /// Whether a local variable's name says enough to be known in the whole package.
  static boolean isTelling(String name) {
    return name.length() > SHORT
        && !NAMELESS.contains(name.toLowerCase(Locale.ROOT))
        && Character.isLowerCase(name.charAt(0));
  }

  /// A function's name as the beginning of an unexported one: `ParseSKU` gives `parseSKU`,
  /// `URLFor` gives `urlFor`.
  static String unexported(String name) {
    int upper = 0;
    while (upper < name.length() && Character.isUpperCase(name.charAt(upper))) {
      upper++;
    }
    int lowered = upper > 1 && upper < name.length() ? upper - 1 : upper;
    return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
  }
}
