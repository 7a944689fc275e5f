package hone.project;

import hone.analysis.SourceTree;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import hone.workspace.TreeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The lines of the files of one revision; those of a file are kept once, however many functions
/// stand in it.
public final class FileLines {

  private final Repository repository;
  private final String commit;
  private final SourceTree tree;
  private final Map<String, Found> known = new HashMap<>();

  /// Reads each file when it is first asked for.
  ///
  /// @param commit full id
  /// @param tree   the files of that commit
  public FileLines(Repository repository, String commit, SourceTree tree) {
    this.repository = repository;
    this.commit = commit;
    this.tree = tree;
  }

  /// What there is of a file.
  ///
  /// @param lines  none where it is not read
  /// @param unread why it is not
  public record Found(List<String> lines, Optional<String> unread) {

    public Found {
      lines = List.copyOf(lines);
    }
  }

  /// The lines of a tracked file, or why there are none.
  public Found of(String path) throws Refusal {
    Found found = known.get(path);
    if (found == null) {
      found = read(path);
      known.put(path, found);
    }
    return found;
  }

  private Found read(String path) throws Refusal {
    Optional<String> text = tree.textOf(path);
    if (text.isEmpty()) {
      return new Found(List.of(), Optional.of(reason(path)));
    }
    return text.get().indexOf('\0') < 0
        ? new Found(withoutMark(text.get()).lines().toList(), Optional.empty())
        : new Found(List.of(), Optional.of("no text in UTF-8"));
  }

  /// Without the mark that some editors put before UTF-8.
  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private String reason(String path) throws Refusal {
    Optional<TreeEntry> entry = repository.entry(commit, path);
    if (entry.isEmpty()) {
      return "git cannot show it";
    }
    return switch (entry.get().kind()) {
      case FILE -> String.format(Locale.ROOT, "%,d bytes are too many", entry.get().sizeBytes());
      case LINK -> "a link to no file of the revision";
      case SUBMODULE -> "a submodule, whose files are in another repository";
      case FOLDER -> "a folder";
    };
  }
}
