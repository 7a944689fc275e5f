package hone.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A git repository, seen from its working tree.
///
/// @param root top of the working tree, absolute
public record Repository(Git git, Path root) {

  /// The repository that holds a directory.
  ///
  /// @throws Refusal if there is none, or it has no commit
  public static Repository holding(Git git, Path directory) throws Refusal {
    if (!Files.isDirectory(directory)) {
      throw Refusal.input(directory + ": no such directory");
    }
    Optional<String> top = git.ask(directory, "rev-parse", "--show-toplevel");
    if (top.isEmpty()) {
      throw Refusal.input(
          directory + ": not in a git repository; hone measures revisions: git init, then commit");
    }
    Repository repository = new Repository(git, Path.of(top.get().strip()));
    if (git.ask(directory, "rev-parse", "--verify", "--quiet", "HEAD").isEmpty()) {
      throw Refusal.input(
          repository.root() + ": no commit yet; hone measures commits: git add, then git commit");
    }
    return repository;
  }

  /// The full id of the commit a revision names.
  ///
  /// @throws Refusal if it names none
  public String commit(String revision) throws Refusal {
    if (revision.startsWith("-")) {
      throw Refusal.input(revision + ": not a revision");
    }
    return git.ask(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        .map(String::strip)
        .orElseThrow(() -> Refusal.input(root + ": no commit '" + revision + "'"));
  }

  /// Tracked files that differ from the last commit.
  public List<String> changedTrackedPaths() throws Refusal {
    return zeroed(git.run(root, "diff", "--name-only", "-z", "HEAD"));
  }

  /// Paths of all files of a commit, relative to the root, with `/`.
  public List<String> files(String commit) throws Refusal {
    return zeroed(git.run(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit));
  }

  /// The text of a file in a commit; nothing where the commit has none at that path.
  public Optional<String> text(String commit, String path) throws Refusal {
    return git.ask(root, "cat-file", "blob", commit + ":" + path);
  }

  /// What a commit has at a path.
  public Optional<TreeEntry> entry(String commit, String path) throws Refusal {
    return git.ask(root, "ls-tree", "-l", "-z", "--full-tree", commit, "--", path)
        .flatMap(text -> zeroed(text).stream().findFirst())
        .flatMap(TreeEntry::of);
  }

  /// The last common commit of two.
  public Optional<String> mergeBase(String one, String other) throws Refusal {
    return git.ask(root, "merge-base", one, other).map(String::strip);
  }

  /// Id of the tree of a commit: equal trees have equal files.
  public String tree(String commit) throws Refusal {
    return git.run(root, "rev-parse", commit + "^{tree}").strip();
  }

  /// Checks a patch against the last commit, and changes nothing.
  ///
  /// @throws Refusal if it does not apply
  public void requireApplies(Path patch) throws Refusal {
    try {
      git.run(
          root,
          "apply",
          "--check",
          "--cached",
          "--whitespace=nowarn",
          patch.toAbsolutePath().toString());
    } catch (Refusal failure) {
      throw Refusal.input(
          "%s: does not apply to the last commit: %s; make it with: git diff"
              .formatted(patch, failure.getMessage()));
    }
  }

  /// The first parents of a commit, itself the last: each with the id of its tree.
  ///
  /// @param most how many of the newest are listed
  public List<Committed> line(String commit, int most) throws Refusal {
    List<Committed> line = new ArrayList<>();
    for (String each :
        git.run(root, "log", "--first-parent", "--format=%H %T", "-n" + most, commit)
            .lines()
            .toList()) {
      int space = each.indexOf(' ');
      line.add(new Committed(each.substring(0, space), each.substring(space + 1)));
    }
    Collections.reverse(line);
    return line;
  }

  /// A commit and the tree of its files, as full ids.
  public record Committed(String commit, String tree) {}

  /// The nearest tag that a commit has among its ancestors, itself included.
  public Optional<String> latestTag(String commit) throws Refusal {
    return git.ask(root, "describe", "--tags", "--abbrev=0", "--first-parent", commit)
        .map(String::strip);
  }

  /// Files that two commits have and that differ, relative to the root.
  public List<String> edited(String from, String to) throws Refusal {
    return zeroed(
        git.run(root, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=MT", from, to));
  }

  /// Files that one of two commits has or both have, and that differ, relative to the root.
  public List<String> changed(String from, String to) throws Refusal {
    return zeroed(git.run(root, "diff", "--name-only", "-z", "--no-renames", from, to));
  }

  /// The lines of a file in the later of two commits that a change added or edited; where it only
  /// took lines away, the line before them.
  public List<LineRange> changedLines(String from, String to, String path) throws Refusal {
    return LineRange.ofHunks(
        git.run(
            root,
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-renames",
            from,
            to,
            "--",
            ":(literal,top)" + path));
  }

  /// What turns one commit's files into another's, as a patch.
  public String diff(String from, String to) throws Refusal {
    return git.run(
        root, "diff", "--binary", "--no-color", "--no-ext-diff", "--no-renames", from, to);
  }

  /// The same without some files, which the patch leaves as they are.
  ///
  /// @param without paths relative to the root
  public String diff(String from, String to, List<String> without) throws Refusal {
    List<String> words =
        new ArrayList<>(
            List.of("diff", "--binary", "--no-color", "--no-ext-diff", "--no-renames", from, to));
    words.addAll(List.of("--", ":/"));
    without.forEach(path -> words.add(":(exclude,top,literal)" + path));
    return git.run(root, words.toArray(String[]::new));
  }

  /// Checks a commit out into a directory of its own, which must not exist yet.
  public Worktree checkOut(String commit, Path directory) throws Refusal {
    git.run(root, "worktree", "prune");
    git.run(root, "worktree", "add", "--detach", "--force", directory.toString(), commit);
    return new Worktree(this, directory, commit);
  }

  /// A commit of a tree on top of a parent; the author is the repository's, or hone where it has
  /// none.
  ///
  /// @return its full id
  public String commitTree(String tree, String parent, String message) throws Refusal {
    boolean known = git.ask(root, "var", "GIT_AUTHOR_IDENT").isPresent();
    List<String> words = new ArrayList<>();
    if (!known) {
      words.addAll(List.of("-c", "user.name=hone", "-c", "user.email=hone@localhost"));
    }
    words.addAll(List.of("commit-tree", tree, "-p", parent, "-m", message));
    return git.run(root, words.toArray(String[]::new)).strip();
  }

  /// Points a new branch at a commit. A branch of that name that has the same files is kept.
  ///
  /// @return the name taken: `name`, or `name-2`, `name-3` … where others hold it
  public String branch(String name, String commit) throws Refusal {
    for (int number = 1; ; number++) {
      String candidate = number == 1 ? name : name + "-" + number;
      Optional<String> taken =
          git.ask(root, "rev-parse", "--verify", "--quiet", "refs/heads/" + candidate);
      if (taken.isEmpty()) {
        git.run(root, "branch", "--no-track", candidate, commit);
        return candidate;
      }
      if (sameChange(taken.get().strip(), commit)) {
        return candidate;
      }
    }
  }

  /// Whether two commits put the same files on the same parent.
  public boolean sameChange(String one, String other) throws Refusal {
    return tree(one).equals(tree(other))
        && git.ask(root, "rev-parse", one + "^").equals(git.ask(root, "rev-parse", other + "^"));
  }

  private static List<String> zeroed(String text) {
    return Arrays.stream(text.split("\0")).filter(entry -> !entry.isEmpty()).toList();
  }
}
