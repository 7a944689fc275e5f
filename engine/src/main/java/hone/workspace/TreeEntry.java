package hone.workspace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a commit has under a path.
///
/// @param sizeBytes of the file, or of a link's target as it is written; 0 for a submodule
public record TreeEntry(Kind kind, long sizeBytes) {

  private static final Pattern LINE =
      Pattern.compile("(\\d{6}) \\w+ \\w+ +(-|\\d{1,18})\\t.*", Pattern.DOTALL);

  /// What can be there.
  public enum Kind {
    FILE,
    LINK,
    /// A commit of another repository, whose files are not here.
    SUBMODULE,
    FOLDER
  }

  /// Reads a line of `git ls-tree -l`.
  static Optional<TreeEntry> of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind =
        switch (matcher.group(1)) {
          case "120000" -> Kind.LINK;
          case "160000" -> Kind.SUBMODULE;
          case "040000" -> Kind.FOLDER;
          default -> Kind.FILE;
        };
    String size = matcher.group(2);
    return Optional.of(new TreeEntry(kind, size.equals("-") ? 0 : Long.parseLong(size)));
  }
}
