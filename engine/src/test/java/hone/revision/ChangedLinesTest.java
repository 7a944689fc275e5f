package hone.revision;

import static org.assertj.core.api.Assertions.assertThat;

import hone.process.Supervisor;
import hone.workspace.Git;
import hone.workspace.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedLinesTest {

  private static final String BEFORE =
      """
      package shop

      func total(n int) int {
      	sum := n
      	return sum
      }

      func tax(n int) int {
      	return n / 5
      }
      """;

  @TempDir private Path root;

  @Test
  void tellsTheLinesOfAChangeInAFunctionThatAProfileSaw() throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      Git git = new Git(supervisor);
      git.run(root, "init", "--quiet", "--initial-branch=main");
      git.run(root, "config", "user.name", "hone");
      git.run(root, "config", "user.email", "hone@localhost");
      commit(git, BEFORE);
      commit(
          git,
          BEFORE
              .replace("package shop\n", "package shop\n\nimport \"log\"\n")
              .replace("\treturn n / 5", "\tlog.Println(n)\n\treturn n / 5"));
      Repository repository = Repository.holding(git, root);
      List<String> paths = repository.changed("HEAD~1", "HEAD");

      ChangedLines changed = ChangedLines.of(repository, "HEAD~1", "HEAD", paths);

      assertThat(changed.all()).containsExactly("src/shop.go:11", "src/shop.go:3");
      assertThat(changed.within("/tmp/c1/src/shop.go", Set.of(12)))
          .containsExactly("src/shop.go:11");
      assertThat(changed.within("shop.go", Set.of(10, 12))).containsExactly("src/shop.go:11");
      assertThat(changed.within("/tmp/c1/src/shop.go", Set.of(6))).isEmpty();
      assertThat(changed.within("/tmp/c1/other/workshop.go", Set.of(12))).isEmpty();
      assertThat(changed.within("", Set.of(12))).isEmpty();
    }
  }

  private void commit(Git git, String text) throws Exception {
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("src/shop.go"), text);
    git.run(root, "add", "--all");
    git.run(root, "commit", "--quiet", "-m", "as it is");
  }
}
