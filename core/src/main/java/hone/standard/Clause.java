package hone.standard;

import java.util.List;

/// One statement of the standards and what it means.
///
/// @param line     1-based line it begins on
/// @param text     as written, on one line and without Markdown's marks
/// @param meanings at least one; several where a statement holds several limits
public record Clause(int line, String text, List<Meaning> meanings) {

  public Clause {
    meanings = List.copyOf(meanings);
    if (meanings.isEmpty()) {
      throw new IllegalArgumentException("no meaning: " + text);
    }
  }

  /// The strongest thing done about any of its meanings.
  public Treatment treatment() {
    return meanings.stream().map(Meaning::treatment).sorted().findFirst().orElseThrow();
  }
}
