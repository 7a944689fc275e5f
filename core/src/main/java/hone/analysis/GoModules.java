package hone.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Go modules of a repository: which packages are its own, and where their files are.
///
/// @param folders folder of each module, by module path
record GoModules(Map<String, String> folders) {

  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\s*module\\s+\"?([^\\s\"]+)\"?\\s*(?://.*)?$");

  static GoModules of(SourceTree tree) {
    Map<String, String> folders = new LinkedHashMap<>();
    for (String path : tree.named(Set.of("go.mod"))) {
      Matcher module = MODULE.matcher(tree.textOf(path).orElse(""));
      if (module.find()) {
        folders.put(module.group(1), path.substring(0, Math.max(0, path.lastIndexOf('/'))));
      }
    }
    return new GoModules(folders);
  }

  /// Whether a function stands in a package of one of the modules; `main` is anybody's.
  boolean owns(String function) {
    String name = packageOf(function);
    return name.equals("main")
        || folders.keySet().stream()
            .anyMatch(module -> name.equals(module) || name.startsWith(module + "/"));
  }

  /// Where a path that begins with a module's path stands in the repository, as `-trimpath` and
  /// remote builds write it.
  Optional<String> file(String path) {
    return folders.entrySet().stream()
        .filter(module -> path.startsWith(module.getKey() + "/"))
        .map(module ->
            SourcePaths.joined(module.getValue(), path.substring(module.getKey().length() + 1)))
        .findFirst();
  }

  /// `example.com/shop/orders` of `example.com/shop/orders.(*Book).Add[go.shape.string]`.
  private static String packageOf(String function) {
    int bracket = function.indexOf('[');
    String name = bracket < 0 ? function : function.substring(0, bracket);
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    return (dot < 0 ? name : name.substring(0, dot)).replace("%2e", ".");
  }
}
