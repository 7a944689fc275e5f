package hone.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real git program.
class RepositoryTest {

  @TempDir private Path directory;
  private Supervisor supervisor;
  private Git git;
  private Repository repository;

  @BeforeEach
  void oneCommit() throws Exception {
    supervisor = Supervisor.open();
    git = new Git(supervisor);
    Path root = Files.createDirectory(directory.resolve("repo"));
    git.run(root, "init", "--quiet", "--initial-branch=main");
    Files.createDirectory(root.resolve("sub"));
    Files.writeString(root.resolve("sub/a é.txt"), "one\n");
    commit(root, "first");
    repository = Repository.holding(git, root.resolve("sub"));
  }

  @AfterEach
  void endAll() {
    supervisor.close();
  }

  @Test
  void isFoundFromADirectoryInsideIt() throws Exception {
    assertThat(repository.root().toRealPath()).isEqualTo(directory.resolve("repo").toRealPath());
    assertThat(repository.files(repository.commit("HEAD"))).containsExactly("sub/a é.txt");
    assertThat(repository.text("HEAD", "sub/a é.txt")).hasValue("one\n");
    assertThat(repository.text("HEAD", "../../etc/passwd")).isEmpty();
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    assertThatThrownBy(() -> Repository.holding(git, elsewhere))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.fault()).isEqualTo(Refusal.Fault.INPUT))
        .hasMessageContaining("not in a git repository");
    assertThatThrownBy(() -> repository.commit("--upload-pack=x"))
        .hasMessage("--upload-pack=x: not a revision");
    assertThatThrownBy(() -> repository.commit("absent"))
        .hasMessageContaining("no commit 'absent'");
  }

  @Test
  void aChangeInACheckoutBecomesATreeAPatchAndABranch() throws Exception {
    String base = repository.commit("HEAD");
    Worktree worktree = repository.checkOut(base, directory.resolve("c1"));
    Files.writeString(worktree.directory().resolve("sub/a é.txt"), "two\n");
    Files.writeString(worktree.directory().resolve("new.txt"), "new\n");

    Change change = worktree.change();

    assertThat(change.paths()).containsExactly("new.txt", "sub/a é.txt");
    assertThat(change.addedLines()).isEqualTo(2);
    assertThat(change.removedLines()).isEqualTo(1);
    String commit = repository.commitTree(change.tree(), base, "faster");
    assertThat(repository.branch("hone/x", commit)).isEqualTo("hone/x");
    assertThat(repository.branch("hone/x", commit)).isEqualTo("hone/x");
    assertThat(repository.text("hone/x", "sub/a é.txt")).hasValue("two\n");
    String other = repository.commitTree(repository.tree(base), base, "nothing");
    assertThat(repository.branch("hone/x", other)).isEqualTo("hone/x-2");
    worktree.remove();
    assertThat(worktree.directory()).doesNotExist();
    assertThat(git.run(repository.root(), "worktree", "list").lines()).hasSize(1);
  }

  @Test
  void thePatchOfAChangeAppliesToAFreshCheckout() throws Exception {
    String base = repository.commit("HEAD");
    Worktree one = repository.checkOut(base, directory.resolve("c1"));
    Files.writeString(one.directory().resolve("sub/a é.txt"), "two\n");
    Change change = one.change();
    Path patch = directory.resolve("patch");
    AtomicFile.write(patch, change.patch());
    Worktree other = repository.checkOut(base, directory.resolve("c2"));

    other.apply(patch);

    assertThat(other.change()).isEqualTo(change);
  }

  @Test
  void hooksOfTheRepositoryNeverRun() throws Exception {
    Path hook = repository.root().resolve(".git/hooks/post-checkout");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch '" + directory.resolve("ran") + "'\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    repository.checkOut(repository.commit("HEAD"), directory.resolve("c1"));

    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @Test
  void listsTrackedFilesThatAreNotCommittedAndNoOthers() throws Exception {
    Files.writeString(repository.root().resolve("untracked"), "x");
    assertThat(repository.changedTrackedPaths()).isEmpty();
    Files.writeString(repository.root().resolve("sub/a é.txt"), "changed");
    assertThat(repository.changedTrackedPaths()).containsExactly("sub/a é.txt");
  }

  private void commit(Path root, String message) throws Refusal {
    git.run(root, "add", "--all");
    git.run(
        root,
        "-c",
        "user.name=test",
        "-c",
        "user.email=test@localhost",
        "commit",
        "--quiet",
        "-m",
        message);
  }
}
