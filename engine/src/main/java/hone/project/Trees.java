package hone.project;

import hone.analysis.SourceTree;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import hone.workspace.TreeEntry;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of revisions, as the analysis looks at them.
public final class Trees {

  private static final int LONGEST_TARGET = 4096;
  private static final int MOST_LINKS = 8;

  private Trees() {}

  /// The files of one revision; each is read when it is first asked for.
  ///
  /// @param commit full id
  public static SourceTree of(Repository repository, String commit) throws Refusal {
    Map<String, Optional<String>> texts = new HashMap<>();
    return new SourceTree(
        repository.files(commit),
        path -> texts.computeIfAbsent(path, wanted -> text(repository, commit, wanted)));
  }

  /// The text of a file of the revision; one that git cannot show is no text. A link is followed, as
  /// far as it leads to files of the revision.
  private static Optional<String> text(Repository repository, String commit, String path) {
    try {
      Optional<String> text = repository.text(commit, path);
      String at = path;
      for (int links = 0; text.isPresent() && isLink(repository, commit, at, text.get()); links++) {
        Path target = Path.of(at).resolveSibling(text.get()).normalize();
        if (links == MOST_LINKS || target.isAbsolute()) {
          return Optional.empty();
        }
        at = target.toString().replace('\\', '/');
        text = repository.text(commit, at);
      }
      return text;
    } catch (Refusal | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  /// To ask git takes longer than to read most files; what has an end of line is no link.
  private static boolean isLink(Repository repository, String commit, String path, String text)
      throws Refusal {
    return text.length() < LONGEST_TARGET
        && text.indexOf('\n') < 0
        && repository
            .entry(commit, path)
            .filter(entry -> entry.kind() == TreeEntry.Kind.LINK)
            .isPresent();
  }
}
