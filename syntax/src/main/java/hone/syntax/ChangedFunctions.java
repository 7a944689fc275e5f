package hone.syntax;

import hone.input.FormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which functions differ between two versions of a file.
public final class ChangedFunctions {

  private ChangedFunctions() {}

  /// Names of the functions that are new, gone or have another text, in the order of the new file,
  /// those that are gone last. A function without a name counts as part of the one around it.
  ///
  /// @param before absent where the file is new
  /// @param after  absent where it is gone
  /// @throws FormatException if a version is no text of its language
  public static List<String> between(String path, Optional<String> before, Optional<String> after)
      throws FormatException {
    Map<String, String> old = texts(path, before);
    Map<String, String> now = texts(path, after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      if (!now.getOrDefault(name, "").equals(old.getOrDefault(name, ""))) {
        changed.add(name);
      }
    }
    return changed;
  }

  private static Map<String, String> texts(String path, Optional<String> text)
      throws FormatException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (text.isPresent()) {
      SourceFile.of(path, text.get())
          .root()
          .walk()
          .filter(Scopes::isFunction)
          .forEach(
              node -> name(node).ifPresent(name -> texts.merge(name, node.text(), String::concat)));
    }
    return texts;
  }

  /// With the name of its class before it, where it stands in one.
  private static Optional<String> name(Node function) {
    return function
        .child("name")
        .or(() -> function.parent().flatMap(holder -> holder.child("name")))
        .filter(name -> !name.text().isBlank())
        .map(name ->
            function
                .ancestors()
                .filter(Scopes::isClass)
                .flatMap(type -> type.child("name").stream())
                .findFirst()
                .map(type -> type.text() + "." + name.text())
                .orElse(name.text()));
  }
}
