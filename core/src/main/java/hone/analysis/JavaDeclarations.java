package hone.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds Java types that stand in a file of another name or folder than their own.
///
/// The texts are read at the first question only.
final class JavaDeclarations {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;?");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^[\\w\\s@]*\\b(?:class|interface|enum|record|object)\\s+(\\w+)");

  private final SourceTree tree;
  private final Collection<String> sources;
  private final Map<String, String> files = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private boolean read;

  JavaDeclarations(SourceTree tree, Collection<String> sources) {
    this.tree = tree;
    this.sources = sources;
  }

  /// The one file that declares a type.
  ///
  /// @param type with its package: `shop.orders.Invoices`
  Optional<String> file(String type) {
    if (!read) {
      sources.stream().filter(path -> path.matches(".*\\.(java|kt|scala)")).forEach(this::add);
      read = true;
    }
    return ambiguous.contains(type) ? Optional.empty() : Optional.ofNullable(files.get(type));
  }

  private void add(String path) {
    String text = tree.textOf(path).orElse("");
    Matcher declared = PACKAGE.matcher(text);
    String prefix = declared.find() ? declared.group(1) + "." : "";
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      String earlier = files.putIfAbsent(prefix + type.group(1), path);
      if (earlier != null && !earlier.equals(path)) {
        ambiguous.add(prefix + type.group(1));
      }
    }
  }
}
