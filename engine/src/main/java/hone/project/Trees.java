package hone.project;

import hone.analysis.SourceTree;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of revisions, as the analysis looks at them.
public final class Trees {

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

  /// The text of a file of the revision; one that git cannot show is no text.
  private static Optional<String> text(Repository repository, String commit, String path) {
    try {
      return repository.text(commit, path);
    } catch (Refusal unreadable) {
      return Optional.empty();
    }
  }
}
