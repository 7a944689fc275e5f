package hone.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One revision, checked out in a directory of its own.
///
/// @param commit what was checked out; the files may have been changed since
public record Worktree(Repository repository, Path directory, String commit) {

  /// How git begins the line of a file that has no lines to count.
  private static final String BINARY = "-\t-\t";

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
    return new Change(git("write-tree").strip(), patch, touched());
  }

  private List<Touched> touched() throws Refusal {
    Set<String> binary =
        zeroed(git("diff", "--cached", "--numstat", "--no-renames", "-z", commit)).stream()
            .filter(entry -> entry.startsWith(BINARY))
            .map(entry -> entry.substring(BINARY.length()))
            .collect(Collectors.toSet());
    List<String> entries = zeroed(git("diff", "--cached", "--raw", "--no-renames", "-z", commit));
    List<Touched> touched = new ArrayList<>();
    for (int i = 0; i + 1 < entries.size(); i += 2) {
      String[] modes = entries.get(i).substring(1).split(" ", -1);
      String path = entries.get(i + 1);
      touched.add(new Touched(path, modes[0], modes[1], binary.contains(path)));
    }
    return touched;
  }

  private static List<String> zeroed(String text) {
    return Arrays.stream(text.split("\0")).filter(entry -> !entry.isEmpty()).toList();
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
