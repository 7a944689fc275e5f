package hone.setup;

import java.util.List;
import java.util.Optional;

/// A file that hone would write, beside what is there.
///
/// @param path   relative to the top of the repository, with `/`
/// @param before its text; nothing where there is none
/// @param after  what it would be; the same as before where it is left as it is
/// @param note   why it is left as it is, or what to know of it; empty for nothing
public record ProposedFile(String path, Optional<String> before, String after, String note) {

  /// What happens to it.
  public enum Action {
    CREATE,
    EXTEND,
    REPLACE,
    KEEP;

    /// As documents write it.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Action action() {
    if (before.isEmpty()) {
      return Action.CREATE;
    }
    if (before.get().equals(after)) {
      return Action.KEEP;
    }
    return after.startsWith(before.get().stripTrailing()) ? Action.EXTEND : Action.REPLACE;
  }

  /// What would change, as a unified diff; empty for nothing.
  public List<String> diff() {
    return UnifiedDiff.of(path, before, after);
  }
}
