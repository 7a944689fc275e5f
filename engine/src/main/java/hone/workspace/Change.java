package hone.workspace;

import java.util.List;

/// How a worktree differs from what was checked out.
///
/// @param tree  id of the tree of all files as they are now
/// @param patch unified diff, paths from the repository's root
/// @param files that were added, changed or deleted
public record Change(String tree, String patch, List<Touched> files) {

  public Change {
    files = List.copyOf(files);
  }

  /// The paths of the files.
  public List<String> paths() {
    return files.stream().map(Touched::path).toList();
  }

  /// Lines the patch adds.
  public int addedLines() {
    return lines("+");
  }

  /// Lines the patch takes away.
  public int removedLines() {
    return lines("-");
  }

  private int lines(String sign) {
    return (int)
        patch
            .lines()
            .filter(line -> line.startsWith(sign) && !line.startsWith(sign.repeat(3) + " "))
            .count();
  }
}
