package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Source;
import hone.service.ClinicPlan;
import hone.service.Service;
import hone.service.ServiceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `hone init` on real repositories.
class InitTest {

  private static final List<String> WRITTEN =
      List.of(
          "hone.yaml",
          "AGENTS.md",
          ".agents/skills/perf-auditor/SKILL.md",
          ".github/workflows/performance-gate.yml");

  @TempDir private Path scratch;

  /// The four languages' order services as they would be without hone: what is read there is what
  /// their own `hone.yaml` says.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go/orders     | orders        | go build -o bin/orders ./cmd/orders | go test ./...                        | go",
        "python/orders | orders        | ''                                  | python3 -m pytest -q --benchmark-skip | pytest-benchmark",
        "node/orders   | orders        | npm ci                              | npm test                             | ''",
        "java/orders   | orders        | mvn -q -B -DskipTests package       | mvn -q -B test                       | jmh",
      })
  void readsWhatARepositorySays(
      String program, String name, String build, String tests, String format) throws Exception {
    ProgramCopy copy = bare(program);

    Run run = init(copy, "--yes");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    Service service = ServiceFile.read(Source.of(copy.directory().resolve("hone.yaml"))).getFirst();
    assertThat(service.name()).isEqualTo(name);
    assertThat(service.build().orElse("")).isEqualTo(build);
    assertThat(service.tests()).hasValue(tests);
    assertThat(service.benchmarks().orElseThrow().format().orElse("")).isEqualTo(format);
    assertThat(service.ready().toString()).contains("/healthz");
    assertThat(Run.of("standards", copy.directory().resolve("AGENTS.md").toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(WRITTEN).allMatch(path -> Files.isRegularFile(copy.directory().resolve(path)));
  }

  @Test
  void runsClinicWhereItIsAmongThePackages() throws Exception {
    ProgramCopy copy = bare("node/orders");
    write(
        copy,
        "package.json",
        Files.readString(copy.directory().resolve("package.json"))
            .replace("\"tinybench\"", "\"clinic\": \"13.0.0\", \"tinybench\""));
    copy.git("commit", "--quiet", "--all", "-m", "clinic");

    init(copy, "--yes");

    Service service = ServiceFile.read(Source.of(copy.directory().resolve("hone.yaml"))).getFirst();
    assertThat(service.clinic()).isEqualTo(new ClinicPlan.Program("node_modules/.bin/clinic"));
  }

  @Test
  void marksWhatIsAGuess() throws Exception {
    ProgramCopy copy = bare("go/orders");

    Run run = init(copy, "--yes");

    assertThat(Files.readAllLines(copy.directory().resolve("hone.yaml")))
        .contains(
            "start: ./bin/orders --addr 127.0.0.1:${PORT}  # a guess: check it",
            "ready: http://127.0.0.1:${PORT}/healthz");
    assertThat(run.out()).contains("Guessed, check in hone.yaml: start");
  }

  @Test
  void showsWhatWouldChangeAndWritesNothingUnlessTold() throws Exception {
    ProgramCopy copy = bare("node/orders");
    write(copy, "AGENTS.md", "# Notes\n\nBe kind.\n");

    Run run = init(copy);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("--- /dev/null\n+++ b/hone.yaml\n@@ -0,0 +1,")
        .contains("--- a/AGENTS.md\n+++ b/AGENTS.md\n@@ -1,3 +1,")
        .contains(" Be kind.\n+\n+# Performance Engineering Standards\n")
        .endsWith("Nothing was written; to write: hone init --yes\n");
    assertThat(copy.git("status", "--porcelain")).isEqualTo("?? AGENTS.md\n");
    assertThat(Files.readString(copy.directory().resolve("AGENTS.md")))
        .isEqualTo("# Notes\n\nBe kind.\n");
  }

  @Test
  void itsDiffIsOneThatGitTakes() throws Exception {
    ProgramCopy copy = bare("java/orders");
    write(copy, "AGENTS.md", "# Notes\n\nBe kind.\n");
    String diff =
        init(copy)
            .out()
            .lines()
            .filter(line -> line.matches("([-+@ ].*)?"))
            .reduce("", (all, line) -> all + line + "\n");
    Path patch = Files.writeString(scratch.resolve("init.patch"), diff);

    copy.git("apply", "--unidiff-zero", patch.toString());

    String applied = tree(copy);
    copy.git("clean", "--quiet", "--force", "-d");
    write(copy, "AGENTS.md", "# Notes\n\nBe kind.\n");
    init(copy, "--yes");
    assertThat(tree(copy)).isEqualTo(applied);
  }

  @Test
  void keepsOtherTextAndHasNothingToDoTheSecondTime() throws Exception {
    ProgramCopy copy = bare("node/orders");
    write(copy, "AGENTS.md", "# Notes\n\nBe kind.\n");
    init(copy, "--yes");
    String first = tree(copy);

    Run second = init(copy, "--yes", "--force");

    assertThat(second.out()).endsWith("Nothing to do.\n");
    assertThat(tree(copy)).isEqualTo(first);
    assertThat(Files.readString(copy.directory().resolve("AGENTS.md")))
        .startsWith("# Notes\n\nBe kind.\n\n# Performance Engineering Standards\n");
  }

  @Test
  void replacesWhatIsThereOnlyByForceAndNeverStandards() throws Exception {
    ProgramCopy copy = bare("node/orders");
    for (String path : WRITTEN) {
      write(copy, path, "# mine: Performance Engineering Standards\n");
    }

    assertThat(init(copy, "--yes").out())
        .contains("hone.yaml is there already: left as it is (--force replaces it)")
        .endsWith("Nothing to do.\n");
    assertThat(init(copy, "--force").out())
        .contains("-# mine: Performance Engineering Standards")
        .endsWith("Nothing was written; to write: hone init --yes\n");
    assertThat(WRITTEN).allMatch(path -> isMine(copy, path));

    init(copy, "--force", "--yes");
    assertThat(WRITTEN.stream().filter(path -> isMine(copy, path))).containsExactly("AGENTS.md");
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB", "GITEA", "NONE"})
  void writesTheWorkflowOfTheForge(hone.service.Delivery.Forge ci) throws Exception {
    ProgramCopy copy = bare("node/orders");

    JsonNode document =
        JsonMapper.shared().readTree(init(copy, "--ci", ci.text(), "--yes", "--json").out());

    List<String> paths =
        document.path("files").valueStream().map(file -> file.path("path").asString()).toList();
    assertThat(paths.subList(3, paths.size()))
        .isEqualTo(
            switch (ci) {
              case NONE -> List.of();
              case GITHUB -> List.of(".github/workflows/performance-gate.yml");
              case GITEA -> List.of(".gitea/workflows/performance-gate.yml");
              case GITLAB -> List.of(".gitlab/performance-gate.yml", ".gitlab-ci.yml");
            });
    assertThat(document.path("written").asBoolean()).isTrue();
    assertThat(paths).allMatch(path -> Files.isRegularFile(copy.directory().resolve(path)));
  }

  @Test
  void leavesAPipelineOfGitLabToItsPeople() throws Exception {
    ProgramCopy copy = bare("node/orders");
    write(copy, ".gitlab-ci.yml", "stages: [test]\n");
    copy.git("add", "--all");
    copy.git("commit", "--quiet", "-m", "pipeline");

    Run run = init(copy, "--yes");

    assertThat(run.out()).contains(".gitlab-ci.yml is yours: left as it is; add to its include");
    assertThat(Files.readString(copy.directory().resolve(".gitlab-ci.yml")))
        .isEqualTo("stages: [test]\n");
    assertThat(copy.directory().resolve(".gitlab/performance-gate.yml")).exists();
  }

  @Test
  void putsSkillAndWorkflowAtTheTopForAServiceBelow() throws Exception {
    ProgramCopy copy = bare("node/orders");
    copy.git(
        "mv",
        "src",
        "package.json",
        Files.createDirectories(copy.directory().resolve("it's here")).toString());
    copy.git("commit", "--quiet", "-m", "below");

    Run run = Run.of("init", "--yes", "-C", copy.directory().resolve("it's here").toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(copy.directory().resolve("it's here/hone.yaml")).exists();
    assertThat(Files.readString(copy.directory().resolve(WRITTEN.getLast())))
        .contains("DIRECTORY: 'it''s here'");
  }

  @Test
  void takesNothingFromAFileThatMeansSomethingToYamlOrAShell() throws Exception {
    ProgramCopy copy = bare("node/orders");
    write(
        copy,
        "package.json",
        """
        {"name": "a: b\\n$(touch owned)", "main": "x;touch owned.js", "scripts": {"start": "node $(touch owned).js"}}
        """);
    copy.git("commit", "--quiet", "--all", "-m", "hostile");

    init(copy, "--yes");

    assertThat(Files.readString(copy.directory().resolve("hone.yaml")))
        .doesNotContain("owned", "a: b");
  }

  @Test
  void followsNoLinkOutOfTheRepository() throws Exception {
    ProgramCopy copy = bare("node/orders");
    Path outside = Files.createDirectory(scratch.resolve("outside"));
    Files.createSymbolicLink(copy.directory().resolve(".agents"), outside);

    Run run = init(copy, "--yes");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("leads out of the repository");
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
    assertThat(copy.directory().resolve("hone.yaml")).doesNotExist();
  }

  /// A program as it would be without hone.
  private ProgramCopy bare(String program) throws IOException, InterruptedException {
    ProgramCopy copy = ProgramCopy.of(program, scratch);
    copy.git("rm", "--quiet", "hone.yaml", "AGENTS.md");
    copy.git("commit", "--quiet", "-m", "without hone");
    return copy;
  }

  private static Run init(ProgramCopy copy, String... more) {
    return Run.of(
        Stream.concat(Stream.of("init", "-C", copy.directory().toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void write(ProgramCopy copy, String path, String text) throws IOException {
    Path file = copy.directory().resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static boolean isMine(ProgramCopy copy, String path) {
    try {
      return Files.readString(copy.directory().resolve(path)).startsWith("# mine");
    } catch (IOException absent) {
      throw new AssertionError(absent);
    }
  }

  /// Id of the tree of everything that is there.
  private static String tree(ProgramCopy copy) throws IOException, InterruptedException {
    copy.git("add", "--all");
    String tree = copy.git("write-tree");
    copy.git("reset", "--quiet");
    return tree;
  }
}
