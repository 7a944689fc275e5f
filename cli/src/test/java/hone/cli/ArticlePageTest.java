package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the page on the article to the tests that it names.
class ArticlePageTest {

  private static final Pattern ROW =
      Pattern.compile("\\|.*\\| `(?<type>\\w+)\\.(?<method>\\w+)` \\|");
  private static final Pattern RULE = Pattern.compile("\\|[-|]+\\|");

  @Test
  void everyRowNamesATestThatThereIs() throws IOException {
    List<String> rows =
        DocsPage.of("docs/reference/article.md").prose().stream()
            .filter(line -> line.startsWith("|") && !RULE.matcher(line).matches())
            .filter(line -> !line.endsWith("| held by |"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(30).allSatisfy(ArticlePageTest::isHeld);
  }

  private static void isHeld(String row) throws IOException {
    Matcher named = ROW.matcher(row);
    assertThat(named.matches()).as(row).isTrue();
    List<Path> files = tests(named.group("type") + ".java");
    assertThat(files).as(row).hasSize(1);
    assertThat(Files.readString(files.getFirst()))
        .containsPattern("(void|Stream<\\w+>) " + named.group("method") + "\\(");
  }

  private static List<Path> tests(String file) throws IOException {
    try (Stream<Path> modules = Files.list(ProgramCopy.root())) {
      List<Path> sources =
          modules
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .toList();
      return sources.stream()
          .flatMap(ArticlePageTest::all)
          .filter(path -> path.endsWith(file))
          .toList();
    }
  }

  private static Stream<Path> all(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
