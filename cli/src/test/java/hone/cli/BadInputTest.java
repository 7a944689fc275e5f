package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bad input and broken services: one clear line, the right exit code, and nothing left behind.
@Tag("slow")
class BadInputTest {

  @TempDir private Path scratch;

  private TinyService tiny = new TinyService(new ProgramCopy(Path.of("")));

  @BeforeEach
  void aServiceThatWorks() throws IOException, InterruptedException {
    tiny = TinyService.in(scratch);
  }

  @Test
  void standardsThatAreNotThereAreNamed() throws IOException, InterruptedException {
    Files.delete(tiny.file("AGENTS.md"));
    tiny.commit();
    refused(ExitCode.INPUT, "AGENTS.md: no such file", "hone init");
  }

  @Test
  void standardsWithoutTheSectionAreRefused() throws IOException, InterruptedException {
    edited("AGENTS.md", "# Notes\n");
    refused(ExitCode.INPUT, "AGENTS.md: no section", "Performance Engineering Standards");
  }

  @Test
  void aRuleThatIsNotUnderstoodIsNamedByFileAndLine() throws IOException, InterruptedException {
    edited(
        "AGENTS.md",
        "# Performance Engineering Standards\n\n- P95 latency budget: soon enough for all\n");
    refused(ExitCode.INPUT, "AGENTS.md:3:", "soon enough");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          raedy: http://127.0.0.1/    | hone.yaml:1: unknown key "raedy"; the nearest known key is "ready"
          service: [a, b]             | hone.yaml:1: expected
          '{ ['                       | hone.yaml:2: not YAML
          """)
  void settingsThatCannotBeReadAreNamedByFileAndLine(String text, String message)
      throws IOException, InterruptedException {
    edited("hone.yaml", text + "\n");
    refused(ExitCode.INPUT, message);
  }

  @Test
  void settingsThatAreNotThereAreAdvised() throws IOException, InterruptedException {
    Files.delete(tiny.file("hone.yaml"));
    tiny.commit();
    refused(ExitCode.INPUT, "no hone.yaml here or above", "hone init");
  }

  @Test
  void emptySettingsLackAStart() throws IOException, InterruptedException {
    edited("hone.yaml", "");
    refused(ExitCode.INPUT, "hone.yaml: no 'start'");
  }

  @Test
  void aDirectoryOutsideOfGitIsRefused() throws IOException {
    Path plain = Files.createDirectory(scratch.resolve("plain"));
    refusedIn(plain, ExitCode.INPUT, "not in a git repository", "git init");
  }

  @Test
  void aRepositoryWithoutACommitIsRefused() throws IOException, InterruptedException {
    Path empty = Files.createDirectory(scratch.resolve("empty"));
    new ProgramCopy(empty).git("init", "--quiet");
    refusedIn(empty, ExitCode.INPUT, "no commit yet", "git commit");
  }

  @Test
  void filesThatAreNotCommittedAreRefused() throws IOException, InterruptedException {
    tiny.write("cost.json", "7\n");
    refused(ExitCode.INPUT, "1 tracked file is not committed (cost.json)", "commit or stash");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exit 3                                 | start: true        | build fails on base: exit code 3
          true                                   | start: no-such-one | no-such-one: not found
          true                                   | start: true        | ended with exit code 0 before it was ready
          """)
  void aServiceThatDoesNotStartIsToldWithItsLastLines(String build, String start, String message)
      throws IOException, InterruptedException {
    tiny.replace(
        "hone.yaml", "start: exec node server.js ${PORT}", "build: " + build + "\n" + start);
    tiny.commit();
    refused(ExitCode.TOOL, message);
  }

  @Test
  void aServiceThatIsNeverReadyIsEnded() throws IOException, InterruptedException {
    tiny.replace(
        "hone.yaml", "start: exec node server.js ${PORT}", "start: sleep 600\nready_timeout: 1s");
    tiny.commit();
    refused(ExitCode.TOOL, "the service was not ready after 1");
  }

  @Test
  void aServiceThatDiesUnderLoadIsTold() throws IOException, InterruptedException {
    Files.writeString(
        tiny.file("server.js"),
        Files.readString(tiny.file("server.js"))
            .replace("http.createServer(", "let count = 0;\nhttp.createServer(")
            .replace(
                "{\n  response.end(", "{\n  if (++count > 40) process.exit(9);\n  response.end("));
    tiny.commit();
    refused(ExitCode.TOOL, "the service ended with exit code 9", "under load");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      tiny.replace("hone.yaml", "${PORT}", port);
      tiny.commit();
      refused(ExitCode.TOOL, "port " + port + " is taken", "${PORT}");
    }
  }

  @Test
  void testsThatFailOnTheBaseAreNoFaultOfTheCandidate() throws IOException, InterruptedException {
    tiny.replace("hone.yaml", "tests: node", "tests: exit 5 && node");
    tiny.commit();
    refused(ExitCode.TOOL, List.of("--candidate", tiny.faster().toString()), "tests fail on base");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          process.exit(2)  | exit code 2
          ''               | empty
          console.log(7)   | expected 'benchmarks'
          """)
  void benchmarksThatFailOnTheBaseCannotJudge(String script, String message)
      throws IOException, InterruptedException {
    edited("bench.js", script + "\n");
    List<String> candidate = List.of("--candidate", tiny.faster().toString());
    refused(ExitCode.TOOL, candidate, "benchmarks fail on base", message);
  }

  @Test
  void aFormatOfBenchmarksThatNobodyKnowsIsToldBeforeTheServiceIsLoaded()
      throws IOException, InterruptedException {
    tiny.replace("hone.yaml", "format: hone", "format: stopwatch");
    tiny.commit();
    refused(ExitCode.INPUT, "hone.yaml: unknown format of benchmarks 'stopwatch'", "jmh");
    assertThat(tiny.file(".hone")).doesNotExist();
  }

  @Test
  void candidatesCannotBeProvenWithoutBenchmarks() throws IOException, InterruptedException {
    String settings = Files.readString(tiny.file("hone.yaml"));
    edited("hone.yaml", settings.substring(0, settings.indexOf("benchmarks:")));
    List<String> candidate = List.of("--candidate", tiny.faster().toString());
    refused(
        ExitCode.INPUT, candidate, "hone.yaml: no benchmarks; nothing can be proven without: add");
    assertThat(tiny.file(".hone")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not a patch                                                  | No valid patches
          '--- a/gone.js\n+++ b/gone.js\n@@ -1 +1 @@\n-a\n+b\n'        | gone.js
          """)
  void aPatchThatDoesNotApplyIsToldBeforeTheServiceIsLoaded(String text, String reason)
      throws IOException, InterruptedException {
    Path patch = scratch.resolve("wrong.patch");
    Files.writeString(patch, text.translateEscapes());
    List<String> candidate = List.of("--candidate", patch.toString());
    refused(ExitCode.INPUT, candidate, "wrong.patch: does not apply to the last commit", reason);
    assertThat(tiny.file(".hone")).doesNotExist();
  }

  @Test
  void aPatchThatIsNotThereIsNamed() throws IOException, InterruptedException {
    List<String> candidate = List.of("--candidate", scratch.resolve("absent.patch").toString());
    refused(ExitCode.INPUT, candidate, "absent.patch: no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"service\": [], \"patches\": 1}"})
  void aRunThatIsGarbageIsNotResumed(String text) throws IOException, InterruptedException {
    Files.createDirectories(tiny.file(".hone/runs/x"));
    tiny.write(".hone/.gitignore", "*\n");
    tiny.write(".hone/runs/x/run.json", text);
    refused(ExitCode.INPUT, List.of("--resume", "x"), "run.json: not the state of a run");
  }

  @Test
  void aRunOfAnotherServiceIsNotResumed() throws IOException, InterruptedException {
    Files.createDirectories(tiny.file(".hone/runs/x"));
    tiny.write(".hone/.gitignore", "*\n");
    tiny.write(
        ".hone/runs/x/run.json",
        """
        {"service": "other", "base": "0", "started_at": "2026-01-02T03:04:05Z", "seed": 1,
         "blocks": 3, "patches": [], "agent": "none", "done": false}
        """);
    refused(ExitCode.INPUT, List.of("--resume", "x"), "x: is a run of other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "../x", ""})
  void aRunThatIsNotThereIsNotResumed(String id) throws IOException, InterruptedException {
    refused(ExitCode.INPUT, List.of("--resume=" + id), ".hone/runs: no run");
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNamed() throws IOException, InterruptedException {
    tiny.write(".hone", "a file where the directory would be\n");
    tiny.commit();
    refused(ExitCode.TOOL, ".hone/runs/", "cannot be written");
  }

  @Test
  void tooFewBlocksAreAWrongOption() {
    Run run = Run.of("audit", "--blocks", "2", "-C", tiny.directory().toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("hone: --blocks is not between 3 and 15: 2\n");
  }

  private void edited(String name, String text) throws IOException, InterruptedException {
    tiny.write(name, text);
    tiny.commit();
  }

  private void refused(int exitCode, String... parts) throws IOException, InterruptedException {
    refused(exitCode, List.of(), parts);
  }

  /// Runs an audit that cannot be done, and looks at all it leaves.
  private void refused(int exitCode, List<String> more, String... parts)
      throws IOException, InterruptedException {
    String before = tiny.repository().git("status", "--porcelain");
    refusedIn(tiny.directory(), exitCode, more, parts);
    assertThat(tiny.worktrees()).hasSize(1);
    assertThat(tiny.repository().git("status", "--porcelain")).isEqualTo(before);
  }

  private static void refusedIn(Path directory, int exitCode, String... parts) throws IOException {
    refusedIn(directory, exitCode, List.of(), parts);
  }

  private static void refusedIn(Path directory, int exitCode, List<String> more, String... parts)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("audit", "--json", "-C", directory.toString()));
    words.addAll(more);
    Run run = Run.of(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    Stream<String> said = run.err().lines().filter(line -> line.startsWith("hone: "));
    assertThat(said).singleElement().asString().contains(parts);
    assertThat(run.err()).doesNotContain("\tat ");
    JsonNode error = JsonMapper.shared().readTree(run.out()).path("error");
    assertThat(error.path("message").asString()).contains(parts);
    assertThat(error.path("kind").asString())
        .isEqualTo(exitCode == ExitCode.INPUT ? "input" : "tool");
    assertThat(TinyService.processesOf(directory)).isEmpty();
  }
}
