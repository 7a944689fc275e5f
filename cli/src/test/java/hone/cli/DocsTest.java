package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs what README.md and the pages below docs/ show, from the top of the project, as a reader
/// would with hone on the PATH.
class DocsTest {

  private static final long LONGEST_MINUTES = 12;

  @TempDir private Path scratch;

  /// Pages show the same long command; it is run once.
  private final Map<String, Run> ran = new ConcurrentHashMap<>();

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> shortCommandsPrintWhatThePagesShow() throws IOException {
    return blocks(false);
  }

  @Tag("e2e")
  @TestFactory
  Stream<DynamicTest> longCommandsPrintWhatThePagesShow() throws IOException {
    return blocks(true);
  }

  @TestFactory
  Stream<DynamicTest> commandsThatAreOnlyShownExist() throws IOException {
    return DocsPage.all().stream()
        .flatMap(page ->
            page.shownCommands().stream()
                .distinct()
                .map(line ->
                    dynamicTest(page.name() + ": " + line, () -> CommandLines.parse(line))));
  }

  @TestFactory
  Stream<DynamicTest> linksLeadToFiles() throws IOException {
    return DocsPage.all().stream()
        .filter(page -> !page.links().isEmpty())
        .map(page ->
            dynamicTest(page.name(), () -> assertThat(page.links()).allMatch(Files::exists)));
  }

  @Test
  void theIndexesLeadToEveryPage() throws IOException {
    List<Path> pages =
        DocsPage.all().stream()
            .map(DocsPage::name)
            .filter(name -> name.startsWith("docs/") && !name.equals("docs/README.md"))
            .map(ProgramCopy.root()::resolve)
            .toList();

    List<Path> reached = new ArrayList<>(DocsPage.of("docs/README.md").links());
    reached.addAll(DocsPage.of("docs/reference/formats.md").links());
    assertThat(reached).containsAll(pages);
  }

  @Tag("slow")
  @Test
  void theCheckThatTheReadmeShowsIsThereAndTellsItsUsage() throws Exception {
    assertThat(DocsPage.of("README.md").blocks())
        .anySatisfy(block -> assertThat(block.text()).contains("./check"));

    Run run = sh("./check --no-such-option");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("check [--quick]: ");
  }

  private Stream<DynamicTest> blocks(boolean endToEnd) throws IOException {
    return DocsPage.all().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.isRun() && block.isEndToEnd() == endToEnd)
        .map(block -> dynamicTest(block.at(), () -> isTrue(block)));
  }

  private void isTrue(DocsPage.Block block) throws Exception {
    for (String program : block.needs()) {
      assumeTrue(sh("command -v " + program).exitCode() == 0, () -> program + " is not installed");
    }
    for (Shown shown : Shown.of(block)) {
      String line = shown.line().replaceFirst("^\\./hone ", "hone ");
      Run run = ran.get(line);
      if (run == null) {
        run = sh(line);
        ran.put(line, run);
      }
      assertThat(run.exitCode()).as(shown.line() + "\n" + run).isEqualTo(shown.exitCode());
      assertThat(run.err()).doesNotContain("bug of hone");
      if (!shown.matches(run.out())) {
        assertThat(run.out()).isEqualTo(String.join("\n", shown.output()) + "\n");
      }
    }
  }

  /// Runs a command line as a reader would.
  private Run sh(String line) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "docs", ".out");
    Path err = Files.createTempFile(scratch, "docs", ".err");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", line)
            .directory(ProgramCopy.root().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    String path = ProgramCopy.root() + File.pathSeparator + shell.environment().get("PATH");
    shell.environment().put("PATH", path);
    shell.environment().put("TMPDIR", scratch.toString());
    shell.environment().put("HONE_JAVA_OPTS", "-Djava.io.tmpdir=" + scratch);
    Process process = shell.start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroy();
      throw new AssertionError(line + " has not ended after " + LONGEST_MINUTES + " minutes");
    }
    return new Run(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
