package hone.project;

import static org.assertj.core.api.Assertions.assertThat;

import hone.process.Supervisor;
import hone.workspace.Git;
import hone.workspace.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the real git program.
class FileLinesTest {

  private static final int TOO_MANY_BYTES = 40 << 20;

  @TempDir private Path root;
  private Supervisor supervisor;
  private Git git;

  @BeforeEach
  void repository() throws Exception {
    supervisor = Supervisor.open();
    git = new Git(supervisor);
    git.run(root, "init", "--quiet", "--initial-branch=main");
    Files.createDirectory(root.resolve("sub"));
    Files.writeString(root.resolve("a.py"), "one\r\ntwo\r\n\r\nfour");
  }

  @AfterEach
  void endAll() {
    supervisor.close();
  }

  @Test
  void theLinesOfAFileAreKeptOnce() throws Exception {
    FileLines lines = committed();

    assertThat(lines.of("a.py").lines()).containsExactly("one", "two", "", "four");
    assertThat(lines.of("a.py")).isSameAs(lines.of("a.py"));
    assertThat(lines.of("absent.py")).isSameAs(lines.of("absent.py"));
  }

  @Test
  void theMarkOfUtf8IsNoPartOfALine() throws Exception {
    Files.writeString(root.resolve("mark.py"), "\ufeffa = 1\n");

    assertThat(committed().of("mark.py").lines()).containsExactly("a = 1");
  }

  @Test
  void aLinkIsFollowedWithinTheRevision() throws Exception {
    Files.createSymbolicLink(root.resolve("sub/up.py"), Path.of("../a.py"));
    Files.createSymbolicLink(root.resolve("again.py"), Path.of("sub/up.py"));

    assertThat(committed().of("again.py").lines()).startsWith("one", "two");
  }

  @ParameterizedTest
  @CsvSource({"/dev/null", "../../../../../../../../dev/null", "absent.py", "link.py"})
  void aLinkThatLeadsElsewhereIsNotFollowed(String target) throws Exception {
    Files.createSymbolicLink(root.resolve("link.py"), Path.of(target));

    FileLines.Found found = committed().of("link.py");

    assertThat(found.lines()).isEmpty();
    assertThat(found.unread()).hasValue("a link to no file of the revision");
  }

  @Test
  void whatIsNoTextOrTooLargeOrElsewhereIsSaid() throws Exception {
    Files.write(root.resolve("wide.py"), "a = 1\n".getBytes(StandardCharsets.UTF_16));
    Files.write(root.resolve("large.py"), new byte[TOO_MANY_BYTES]);
    committed();
    String commit = git.run(root, "rev-parse", "HEAD").strip();
    git.run(root, "update-index", "--add", "--cacheinfo", "160000," + commit + ",module.py");
    FileLines lines = commit();

    assertThat(lines.of("wide.py").unread()).hasValue("no text in UTF-8");
    assertThat(lines.of("large.py").unread()).hasValue("41,943,040 bytes are too many");
    assertThat(lines.of("module.py").unread())
        .hasValue("a submodule, whose files are in another repository");
    assertThat(lines.of("../a.py").unread()).hasValue("git cannot show it");
  }

  private FileLines committed() throws Exception {
    git.run(root, "add", ".");
    return commit();
  }

  private FileLines commit() throws Exception {
    git.run(
        root,
        "-c",
        "user.name=hone",
        "-c",
        "user.email=hone@localhost",
        "commit",
        "--quiet",
        "-m",
        "one more");
    Repository repository = Repository.holding(git, root);
    String commit = repository.commit("HEAD");
    return new FileLines(repository, commit, Trees.of(repository, commit));
  }
}
