package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks an agent about a profile: a program that answers as the test says and keeps its prompts.
@Tag("slow")
class AnalyseWithAgentTest {

  private static final String TRUE =
      claim("render", "shop/pages.py", "4", "61.5", "algorithmic", "Render once.");
  private static final String INVENTED =
      claim("render", "shop/pages.py", "14", "61.5", "algorithmic", "Trust me.");

  @TempDir private Path scratch;
  private ProgramCopy shop = new ProgramCopy(Path.of(""));

  @BeforeEach
  void makesAServiceAndItsProfile() throws Exception {
    shop = new ProgramCopy(Files.createDirectories(scratch.resolve("shop")));
    write(
        "shop/pages.py",
        "def render():\n    total = 0\n    for n in range(9):\n        total += n\n");
    write("cpu.txt", "serve (server.py:9);render (shop/pages.py:4) 615\nwait (lib.py:1) 385\n");
    write(
        "AGENTS.md",
        "# Performance Engineering Standards\n\n- Prefer algorithmic improvements over"
            + " micro-optimisations\n");
    write("hone.yaml", "service: shop\nlanguage: python\nagent: {name: command, path: ./agent}\n");
    shop.git("init", "--quiet", "--initial-branch=main");
    shop.git("config", "user.name", "hone");
    shop.git("config", "user.email", "hone@localhost");
  }

  @Test
  void wordsStandBesideAFindingThatTheAgentToldRightly() throws Exception {
    Run run = analyse(document(TRUE), "--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("hone: command used 0 tokens, ");
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.FINDINGS.problems(document)).isEmpty();
    JsonNode first = document.path("hotspots").path(0);
    assertThat(first.path("line").intValue()).isEqualTo(4);
    assertThat(first.path("advice").path(0).path("author").stringValue()).isEqualTo("command");
    assertThat(first.path("advice").path(0).path("text").stringValue()).isEqualTo("Render once.");
    assertThat(document.path("summary").stringValue())
        .endsWith("Of the claims of command, 1 is borne out by the profiles and 0 dropped.");
    assertThat(prompts())
        .singleElement()
        .asString()
        .contains(
            "shop/pages.py:4  render", "Prefer algorithmic improvements", ">    4          total");
  }

  @Test
  void anInventedClaimIsSentBackOnceThenDroppedAndCounted() throws Exception {
    Run run = analyse(document(TRUE + "," + INVENTED));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("hone: dropped a claim: render at shop/pages.py:14 is charged elsewhere:");
    assertThat(run.out()).contains("command: Render once.").doesNotContain("Trust me");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Of the claims of command, 1 is borne out by the profiles and 1 dropped.");
    assertThat(prompts())
        .hasSize(2)
        .anySatisfy(prompt -> assertThat(prompt).contains("is charged elsewhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I would rather not say.      | its answer is no document of findings: the answer holds no JSON object
          {"hotspots": []}             | its answer is no document of findings
          exit 7                       | ended with exit code 7
          """)
  void anAgentThatDoesNotAnswerIsToldAndTheFindingsStand(String answer, String why)
      throws Exception {
    Run run = answer.startsWith("exit") ? analyseFailing(answer) : analyse(answer);

    assertThat(run.exitCode()).isEqualTo(ExitCode.TOOL);
    assertThat(run.err()).contains("hone: command: ").contains(why);
    assertThat(run.out()).contains("shop/pages.py:4 render");
    assertThat(run.out().replaceAll("\\s+", " ")).contains("command gave no advice: ");
  }

  @Test
  void noneMeansNone() throws Exception {
    Run run = analyse(document(TRUE), "--agent", "none");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).doesNotContain("Render once");
    assertThat(prompts()).isEmpty();
  }

  private Run analyseFailing(String command) throws Exception {
    write("agent", "#!/bin/sh\n" + command + "\n");
    return run();
  }

  private Run analyse(String answer, String... more) throws Exception {
    write("answer.txt", answer);
    String here = shop.directory().toString();
    write(
        "agent",
        "#!/bin/sh\ncat > \"%s/prompt-$$.txt\"\ncat \"%s/answer.txt\"\n".formatted(here, here));
    return run(more);
  }

  private Run run(String... more) throws Exception {
    Path agent = shop.directory().resolve("agent");
    assertThat(agent.toFile().setExecutable(true)).isTrue();
    shop.git("add", "--all");
    shop.git("commit", "--quiet", "-m", "as it was found");
    return Run.of(
        Stream.concat(
                Stream.of(
                    "analyse",
                    "--loaded",
                    "-C",
                    shop.directory().toString(),
                    shop.directory().resolve("cpu.txt").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> prompts() throws IOException {
    try (Stream<Path> files = Files.list(shop.directory())) {
      List<String> prompts = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith("prompt-")) {
          prompts.add(Files.readString(file));
        }
      }
      return prompts;
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = shop.directory().resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static String document(String hotspots) {
    return """
    {"service": "shop", "profile_type": "cpu", "duration_seconds": null, "hotspots": [%s],
     "summary": "Slow.", "estimated_improvement": null}\
    """
        .formatted(hotspots);
  }

  private static String claim(String... parts) {
    return """
    {"function": "%s", "file": "%s", "line": %s, "percentage": %s, "category": "%s",
     "severity": "high", "suggested_approach": "%s"}\
    """
        .formatted((Object[]) parts);
  }
}
