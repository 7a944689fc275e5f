package hone.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import hone.policy.ChangeKind;
import hone.process.Supervisor;
import hone.workspace.Allowance;
import hone.workspace.Checkouts;
import hone.workspace.Git;
import hone.workspace.Repository;
import hone.workspace.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real git program, with a build that leaves a trace when it is run.
class TrialPolicyTest {

  private static final String SHOP =
      """
      LOG = logging.getLogger(__name__)


      def known(items, wanted):
          if not wanted:
              raise ValueError("nothing wanted")
          LOG.info("asked for %d", len(wanted))
          return [item for item in wanted if item in items]
      """;

  private static final Allowance FINDING = new Allowance.Finding(Set.of("shop.py"));

  @TempDir private Path directory;
  private Supervisor supervisor;
  private Git git;
  private Trial trial;

  @BeforeEach
  void oneCommit() throws Exception {
    supervisor = Supervisor.open();
    git = new Git(supervisor);
    Path root = Files.createDirectory(directory.resolve("repo"));
    git.run(root, "init", "--quiet", "--initial-branch=main");
    Files.writeString(root.resolve("shop.py"), SHOP);
    Files.writeString(root.resolve("bench_shop.py"), "run(known, ['pen-7731'])\n");
    Files.writeString(root.resolve("hone.yaml"), "service: shop\n");
    commit(root);
    Repository repository = Repository.holding(git, root);
    Shell shell = new Shell(supervisor, Map.of());
    String line = "touch '" + directory.resolve("built") + "'";
    Checkouts.Build build = new Checkouts.Build("", List.of(line));
    trial =
        new Trial(
            new Checkouts(
                repository, build, shell, repository.commit("HEAD"), directory.resolve("trees")),
            shell,
            Optional.empty());
  }

  private void commit(Path root) throws Exception {
    git.run(root, "add", "--all");
    git.run(
        root, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", "first");
  }

  @AfterEach
  void endAll() {
    supervisor.close();
  }

  @Test
  void anHonestChangeIsBuilt() throws Exception {
    Attempt attempt = attempt(replacing("item in items]", "item in set(items)]"));

    assertThat(attempt.rejection()).isEmpty();
    assertThat(attempt.kind()).hasValue(ChangeKind.ALGORITHMIC);
    assertThat(directory.resolve("built")).exists();
  }

  @Test
  void theKindOfAChangeIsKeptWithItsAttempt() throws Exception {
    Attempt attempt = attempt(replacing("len(wanted)", "wanted.__len__()"));
    AttemptFile file = new AttemptFile(directory.resolve("attempt.json"));

    file.write(attempt);

    assertThat(attempt.kind()).hasValue(ChangeKind.MICRO);
    assertThat(file.read()).isEqualTo(attempt);
    assertThat(file.file()).content().contains("\"kind\" : \"micro\"");
  }

  @Test
  void aNewTestMayComeWithIt() throws Exception {
    Attempt attempt =
        attempt(worktree -> {
          replacing("item in items]", "item in set(items)]").in(worktree);
          Files.createDirectory(worktree.directory().resolve("tests"));
          Files.writeString(
              worktree.directory().resolve("tests/test_known.py"),
              "import pytest\n\ndef test_known():\n    assert known(['a'], ['a']) == ['a']\n");
        });

    assertThat(attempt.rejection()).isEmpty();
  }

  @Test
  void aLostCheckIsRefusedBeforeAnythingIsBuilt() throws Exception {
    isRefused(
        replacing("    if not wanted:\n        raise ValueError(\"nothing wanted\")\n", ""),
        "it takes away validation (a function that is left early): shop.py:5 'if not wanted:' of the"
            + " base (and 2 more)");
  }

  @Test
  void aLostLogLineIsRefused() throws Exception {
    isRefused(
        replacing("    LOG.info(\"asked for %d\", len(wanted))\n", ""),
        "it takes away logging (the standard log, loguru, structlog): shop.py:7"
            + " 'LOG.info(\"asked for %d\", len(wanted))' of the base");
  }

  @Test
  void anAnswerForTheBenchmarkIsRefused() throws Exception {
    isRefused(
        replacing(
            "    LOG.info",
            "    if wanted == [\"pen-7731\"]:\n        return wanted\n    LOG.info"),
        "it asks for a value of the tests or benchmarks: shop.py:7 '\"pen-7731\"'");
  }

  @Test
  void anEditedSettingIsRefused() throws Exception {
    isRefused(
        worktree -> Files.writeString(worktree.directory().resolve("hone.yaml"), "x: 1\n"),
        "it touches the standards or the settings of hone or an agent: hone.yaml");
  }

  @Test
  void aDeletedBenchmarkIsRefused() throws Exception {
    isRefused(
        worktree -> Files.delete(worktree.directory().resolve("bench_shop.py")),
        "it deletes a file: bench_shop.py");
  }

  @Test
  void aSymbolicLinkIsRefused() throws Exception {
    isRefused(
        worktree ->
            Files.createSymbolicLink(worktree.directory().resolve("test_x.py"), Path.of("shop.py")),
        "it has a symbolic link: test_x.py");
  }

  @Test
  void aRepositoryInsideIsRefused() throws Exception {
    isRefused(
        worktree -> {
          Path inner = Files.createDirectory(worktree.directory().resolve("inner"));
          git.run(inner, "init", "--quiet");
          Files.writeString(inner.resolve("a"), "a\n");
          git.run(inner, "add", "--all");
          git.run(
              inner, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "inner");
        },
        "it has a submodule: inner");
  }

  @Test
  void anExecutableIsRefused() throws Exception {
    isRefused(
        worktree ->
            assertThat(worktree.directory().resolve("shop.py").toFile().setExecutable(true))
                .isTrue(),
        "it makes a file executable, or no longer so: shop.py");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws Exception {
    isRefused(
        worktree ->
            Files.write(worktree.directory().resolve("test_x.py"), new byte[] {0, 1, 2, 0, -1}),
        "it has a file that is no text: test_x.py");
  }

  private void isRefused(Trial.Edit edit, String reason) throws Exception {
    assertThat(attempt(edit).rejection()).hasValue(new Rejection(Rejection.Kind.POLICY, reason));
    assertThat(directory.resolve("built")).doesNotExist();
  }

  private Attempt attempt(Trial.Edit edit) throws Exception {
    Candidate candidate = new Candidate(1, Optional.of("f"), "agent:x", "title", "why");
    return trial.attempt(
        candidate, edit, FINDING, directory.resolve("patch"), directory.resolve("log"));
  }

  private static Trial.Edit replacing(String from, String to) {
    assertThat(SHOP).contains(from);
    return worktree ->
        Files.writeString(worktree.directory().resolve("shop.py"), SHOP.replace(from, to));
  }
}
