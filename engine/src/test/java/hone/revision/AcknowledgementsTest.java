package hone.revision;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import hone.gate.Acceptances;
import hone.gate.Judgement;
import hone.gate.Verdict;
import hone.process.Supervisor;
import hone.workspace.Git;
import hone.workspace.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words of acceptance in real commits, for a benchmark that is gone.
class AcknowledgementsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final List<Judgement> GONE =
      List.of(new Judgement("gone", Metric.TIME, Verdict.MISSING, Optional.empty(), "not there"));
  private static final String ENTRY =
      "- {benchmark: gone, verdict: missing, reason: sold, owner: shop, expires: 2026-12-24}\n";

  @TempDir private Path root;
  private Supervisor supervisor;
  private Git git;
  private Acknowledgements words;

  @BeforeEach
  void aRepository() throws Exception {
    supervisor = Supervisor.open();
    git = new Git(supervisor);
    git.run(root, "init", "--quiet", "--initial-branch=main");
    git.run(root, "config", "user.name", "hone");
    git.run(root, "config", "user.email", "hone@localhost");
    commit("README.md", "a shop\n");
    words = new Acknowledgements(Repository.holding(git, root), "hone-accepted.yaml");
  }

  @AfterEach
  void endAll() {
    supervisor.close();
  }

  @Test
  void nothingIsAcceptedWhereNobodySaysSo() throws Exception {
    assertThat(held("HEAD", "HEAD")).isEqualTo(Acceptances.none());
  }

  @Test
  void theWordsOfTheChangeHold() throws Exception {
    commit("hone-accepted.yaml", ENTRY);

    assertThat(held("HEAD~1", "HEAD").accepted()).hasSize(1);
    assertThat(held("HEAD~1", "HEAD").refused()).isEmpty();
  }

  @Test
  void wordsThatTheBaseHasAreSpentWhereverTheyStand() throws Exception {
    commit("hone-accepted.yaml", ENTRY);
    commit("hone-accepted.yaml", "# moved\n\n" + ENTRY);

    Acceptances held = held("HEAD~1", "HEAD");

    assertThat(held.accepted()).isEmpty();
    assertThat(held.refused())
        .containsExactly(
            "hone-accepted.yaml:3: gone: not accepted: it was for an earlier change, and is on the"
                + " base already");
  }

  @Test
  void wordsThatAreSaidAnewHold() throws Exception {
    commit("hone-accepted.yaml", ENTRY);
    commit("hone-accepted.yaml", ENTRY.replace("sold", "sold again"));

    assertThat(held("HEAD~1", "HEAD").accepted()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeReadLetsNothingThrough() throws Exception {
    commit("hone-accepted.yaml", ENTRY + "- {benchmark: gone}\n");

    Acceptances held = held("HEAD~1", "HEAD");

    assertThat(held.accepted()).isEmpty();
    assertThat(held.refused().getFirst()).startsWith("nothing is accepted: hone-accepted.yaml:2: ");
  }

  private Acceptances held(String base, String head) throws Exception {
    return words.held(base, head, GONE, TODAY);
  }

  private void commit(String file, String text) throws Exception {
    Files.writeString(root.resolve(file), text);
    git.run(root, "add", "--all");
    git.run(root, "commit", "--quiet", "-m", "as it is");
  }
}
