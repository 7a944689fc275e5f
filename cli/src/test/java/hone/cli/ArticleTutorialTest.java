package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hone.cli.ScriptedModel.Act;
import hone.schema.DocumentSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Follows the tutorial on the article as a reader would: its blocks are run by bash in copies of
/// the sample services, with hone and the real codex on the PATH, for shorter loads and one benchmark.
@Tag("e2e")
class ArticleTutorialTest {

  private static final String PAGE = "docs/tutorial/article.md";
  private static final long LONGEST_MINUTES = 8;

  private static final String ANSWER =
      """
      {"service": "order-service", "profile_type": "cpu", "duration_seconds": 30, "hotspots": [],
       "summary": "Nothing is certain.", "estimated_improvement": "none"}
      """;

  private static final String SLOW = "func Describe(item string) string {\n\tform := ";
  private static final String PATTERN =
      "regexp.MustCompile(`^([A-Z]{2,4})-?(\\d{3,6})(?:/(\\d{1,2}))?\\s+(\\S.*?)"
          + "(?:\\s+(\\d+(?:[.,]\\d+)?)\\s?(mm|cm|m|kg|g|ml|l))?(?:\\s+x(\\d{1,3}))?$`)\n";
  private static final String FAST = "var form = ";

  @TempDir private Path scratch;
  private Path home;
  private ScriptedModel model;

  @BeforeEach
  void codexAndItsModel() throws IOException {
    model = ScriptedModel.start(ArticleTutorialTest::acts);
    Path caches = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache"));
    home = Files.createTempDirectory(caches, "hone-article-test");
    List<String> settings = model.settings();
    Files.writeString(home.resolve("config.toml"), String.join("\n", settings) + "\n");
  }

  @AfterEach
  void endAll() throws IOException {
    model.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStepDoesWhatThePageSays() {
    return Stream.of(
        dynamicTest("Go", () -> isFollowed("go/orders", "go")),
        dynamicTest("Python", () -> isFollowed("python/orders", "py-spy")),
        dynamicTest("Node.js", () -> isFollowed("node/orders", "npm")));
  }

  private void isFollowed(String program, String tool) throws Exception {
    List.of("codex", "jq", tool).forEach(TestPath::needed);
    ProgramCopy copy = shortened(program);
    List<DocsPage.Block> blocks =
        DocsPage.of(PAGE).blocks().stream()
            .filter(block -> block.words().contains(program))
            .toList();
    assertThat(blocks).isNotEmpty();
    StringBuilder said = new StringBuilder();
    for (DocsPage.Block block : blocks) {
      Run run = bash(String.join("\n", block.text()), copy.directory());
      said.append(block.at()).append('\n').append(run).append('\n');
      assertThat(run.exitCode()).as(block.at() + "\n" + run).isZero();
      if (block.text().stream().anyMatch(line -> line.startsWith("hone gate"))) {
        improvesInvoice(copy);
      }
    }
    JsonNode answer =
        JsonMapper.shared().readTree(copy.directory().resolve("shell-findings.json").toFile());
    assertThat(DocumentSchema.FINDINGS.problems(answer)).isEmpty();
    assertThat(model.requests()).anySatisfy(request -> isMended(request, program));
    if (program.equals("go/orders")) {
      assertThat(copy.git("branch", "--list", "hone/*"))
          .as(said.toString())
          .contains("hone/go-regexp-hoist", "hone/fix");
      assertThat(copy.directory().resolve("gate-advice.md")).content().isNotBlank();
    }
  }

  private static void improvesInvoice(ProgramCopy copy) {
    JsonNode gate =
        JsonMapper.shared().readTree(copy.directory().resolve("perf-gate.json").toFile());
    assertThat(gate.path("blocking_regressions")).isEmpty();
    assertThat(gate.path("benchmarks").valueStream())
        .filteredOn(benchmark -> benchmark.path("metric").asString().equals("sec/op"))
        .extracting(it -> it.path("benchmark").asString() + " " + it.path("verdict").asString())
        .containsExactly("Invoice improved");
  }

  /// The mended line sends a table with files and lines, and a schema that is taken.
  private static void isMended(JsonNode request, String program) {
    assertThat(request.path("model").asString()).isNotBlank();
    assertThat(request.at("/text/format/strict").asBoolean()).isTrue();
    assertThat(request.at("/text/format/schema/required")).hasSizeGreaterThan(5);
    String source =
        switch (program) {
          case "python/orders" -> "orders/";
          case "node/orders" -> "src/";
          default -> "internal/";
        };
    assertThat(request.path("input").toString())
        .contains("profile on standard input")
        .containsPattern(source + "[\\w/]+\\.\\w+:\\d+");
  }

  /// The model: findings where a schema asks for them, a change where one is asked for in the
  /// shell's words, else words.
  private static List<Act> acts(String prompt) {
    if (prompt.contains("generate an optimised implementation")) {
      return List.of(
          new Act.Shell("jq .summary shell-findings.json"),
          new Act.Patch(
              Act.replacing(
                  "internal/invoice/item.go",
                  SLOW + PATTERN,
                  FAST + PATTERN + "\nfunc Describe(item string) string {\n")),
          new Act.Say("Made it 90 % faster."));
    }
    return List.of(
        new Act.Say(prompt.contains("Make one place") ? "I would not change it." : ANSWER));
  }

  /// A copy of a program that asks for ten seconds instead of half a minute, and for one benchmark
  /// where there are several: as long as the program itself says, since a short one varies more.
  private ProgramCopy shortened(String program) throws IOException, InterruptedException {
    ProgramCopy copy = ProgramCopy.of(program, scratch);
    replace(copy, "AGENTS.md", "minimum of 30 seconds", "minimum of 10 seconds");
    replace(copy, "hone.yaml", "duration: 30s", "duration: 10s");
    replace(copy, "hone.yaml", "warmup: 5s", "warmup: 1s");
    replace(copy, "hone.yaml", "-test.bench .", "-test.bench Invoice");
    Path settings = copy.directory().resolve("hone.yaml");
    String arguments = String.join("', -c, '", model.settings());
    Files.writeString(
        settings,
        Files.readString(settings)
            + "agent: {name: codex, path: %s, args: [-c, '%s']}\n"
                .formatted(TestPath.needed("codex"), arguments));
    copy.git("commit", "--quiet", "--all", "--message", "shorter");
    return copy;
  }

  private static void replace(ProgramCopy copy, String file, String from, String to)
      throws IOException {
    Path path = copy.directory().resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  private Run bash(String lines, Path directory) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "article", ".out");
    Path err = Files.createTempFile(scratch, "article", ".err");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines)
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    shell.environment().put("PATH", ProgramCopy.root() + File.pathSeparator + TestPath.folders());
    shell.environment().put("CODEX_HOME", home.toString());
    Process process = shell.start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroy();
      throw new AssertionError("has not ended after " + LONGEST_MINUTES + " minutes: " + lines);
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
