package hone.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One revision, checked out in a directory of its own.
///
/// @param commit what was checked out; the files may have been changed since
public record Worktree(Repository repository, Path directory, String commit) {

  /// Changes the files as a patch says.
  ///
  /// @param patchFile a unified diff with paths from the repository's root
  /// @throws Refusal if it does not apply
  public void apply(Path patchFile) throws Refusal {
    git("apply", "--index", "--whitespace=nowarn", patchFile.toString());
  }

  /// Takes down all that was changed since the checkout. To be called before anything is built, so
  /// that nothing built is taken for a change.
  public Change change() throws Refusal {
    git("add", "--all", "--", ".");
    String patch =
        git("diff", "--cached", "--binary", "--no-color", "--no-ext-diff", "--no-renames", commit);
    String names = git("diff", "--cached", "--name-only", "--no-renames", "-z", commit);
    List<String> paths = Arrays.stream(names.split("\0")).filter(name -> !name.isEmpty()).toList();
    return new Change(git("write-tree").strip(), patch, paths);
  }

  /// Takes the directory away, with whatever was built in it.
  public void remove() throws Refusal {
    repository
        .git()
        .ask(repository.root(), "worktree", "remove", "--force", "--force", directory.toString());
    delete(directory);
    repository.git().run(repository.root(), "worktree", "prune");
  }

  /// Deletes a directory and everything in it; links are not followed.
  public static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String git(String... arguments) throws Refusal {
    return repository.git().run(directory, arguments);
  }
}
