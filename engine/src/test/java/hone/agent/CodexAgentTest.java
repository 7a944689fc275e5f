package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hone.agent.AgentOutcome.Answered;
import hone.agent.AgentTask.Effort;
import hone.agent.AgentTask.Memory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the real codex does for us when all goes well, with a scripted model.
@Tag("slow")
@Timeout(120)
class CodexAgentTest {

  private static final String SMALL =
      "{\"type\": \"object\", \"properties\": {\"ok\": {\"type\": \"boolean\"}}}";
  private static final AgentUsage ONE_REQUEST = new AgentUsage(1200, 1000, 345, 64);

  @RegisterExtension private static final SharedStage SHARED = new SharedStage();

  @Test
  void answersUnderASchemaThatItMadeStrict() throws Exception {
    String loose =
        """
        {"type": "object", "required": ["service"],
         "properties": {"service": {"type": "string"}, "note": {"type": "string"}}}
        """;
    AgentTask task =
        SHARED.stage().task("Analyse the profile.").withSchema(loose).withEffort(Effort.HIGH);

    AgentReport report = SHARED.stage().agent("strictperf").run(task);

    JsonNode answer = JsonMapper.shared().readTree(text(report));
    assertThat(answer.path("hotspots").path(0).path("file").asString()).isEqualTo("main.go");
    assertThat(report.usage()).hasValue(ONE_REQUEST);
    assertThat(report.thread()).isEmpty();
    assertThat(report.agent()).isEqualTo("codex 0.169.0");
    assertThat(report.notices()).isEmpty();
    JsonNode request = SHARED.stage().model().requests("strictperf").getFirst();
    assertThat(request.at("/body/reasoning/effort").asString()).isEqualTo("high");
    assertThat(request.at("/body/text/format/strict").asBoolean()).isTrue();
    assertThat(request.at("/body/text/format/schema/required").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("service", "note");
    assertThat(request.at("/body/tools").toString()).doesNotContain("exec_command");
    assertThat(task.directory().resolve("answer.txt")).hasContent(text(report));
    assertThat(Files.readAllLines(task.directory().resolve("events.jsonl"))).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "'edit', gpt-5.5, Edited hot.txt and added bench.txt.",
    "'tool,tool=apply_patch', gpt-5.5, done",
    "'tool,tool=apply_patch_shell', gpt-5.5, done",
    "'codemode', gpt-6.1-sol, done in code mode",
  })
  void editsTheWorkspaceByEveryToolThatModelsHave(String scenario, String model, String said)
      throws Exception {
    AgentTask plain = SHARED.stage().task("Make hot.txt fast.");
    AgentTask task =
        AgentTask.of(plain.prompt(), model, plain.workspace(), plain.directory())
            .withLimits(plain.limits())
            .withMode(AgentMode.WORKSPACE_WRITE);

    AgentReport report = SHARED.stage().agent(scenario).run(task);

    assertThat(text(report)).isEqualTo(said);
    assertThat(task.workspace().resolve("hot.txt")).hasContent("fast");
    assertThat(task.workspace().resolve("bench.txt")).hasContent("benchmark");
  }

  @Test
  void changesNothingWhenItMayOnlyRead() throws Exception {
    AgentTask task = SHARED.stage().task("Look at it.").withMode(AgentMode.READ_ONLY);

    AgentReport report =
        SHARED.stage().agent("tool,cmd=cat%20hot.txt%3B%20echo%20x%20%3E%20made.txt").run(task);

    assertThat(text(report)).isEqualTo("done");
    assertThat(output("tool,cmd=cat%20hot")).contains("slow", "Read-only file system");
    assertThat(task.workspace().resolve("made.txt")).doesNotExist();
  }

  @Test
  void showsNothingOfOurEnvironmentToTheCommandsOfTheAgent() throws Exception {
    AgentTask task = SHARED.stage().task("Look around.").withMode(AgentMode.READ_ONLY);
    String scenario = "tool,cmd=env%3B%20cat%20%2Fproc%2F*%2Fenviron";
    Path home = Files.createDirectories(SHARED.folder().resolve("home"));
    Files.writeString(home.resolve(".bashrc"), "export FROM_PROFILE=yes\n");
    Files.copy(home.resolve(".bashrc"), home.resolve(".profile"));

    AgentReport report = SHARED.stage().agent(scenario, Map.of("HOME", home.toString())).run(task);

    assertThat(text(report)).isEqualTo("done");
    assertThat(output(scenario))
        .contains("HOME=")
        .doesNotContain("HONE_SHARED", "MOCK_KEY", "AWS_", "GITHUB_TOKEN", "CODEX_API_KEY")
        .doesNotContain("FROM_PROFILE");
  }

  @Test
  void takesItsOwnKeyOutOfWhatItIsTold() throws Exception {
    AgentTask task = SHARED.stage().task("The log says " + CodexStage.KEY + ", why?");

    AgentReport report = SHARED.stage().agent("plain").run(task);

    assertThat(task.directory().resolve("prompt.md")).hasContent("The log says [redacted], why?");
    assertThat(report.words()).noneMatch(word -> word.contains(CodexStage.KEY));
  }

  @Test
  void goesOnWithAThreadAndCountsOnlyWhatIsNew() throws Exception {
    Agent agent = SHARED.stage().agent("plain,text=resumed");
    AgentReport first = agent.run(SHARED.stage().task("First.").withMemory(Memory.THREAD));
    AgentThread thread = first.thread().orElseThrow();

    AgentReport second =
        agent.resume(
            thread, SHARED.stage().task("Your answer broke the schema.").withSchema(SMALL));

    assertThat(second.usage()).hasValue(ONE_REQUEST);
    assertThat(second.thread().orElseThrow().id()).isEqualTo(thread.id());
    assertThat(second.thread().orElseThrow().total())
        .isEqualTo(new AgentUsage(2400, 2000, 690, 128));
    String sent = SHARED.stage().model().requests("plain,text=resumed").getLast().toString();
    assertThat(sent).contains("First.", "Your answer broke the schema.", "json_schema");

    agent.forget(thread);

    try (Stream<Path> left = Files.walk(SHARED.stage().cache())) {
      assertThat(left.map(Path::toString)).noneMatch(file -> file.contains(thread.id()));
    }
  }

  @Test
  void keepsItsFilesForItselfAndOutsideTheLauncher() throws Exception {
    AgentReport report = SHARED.stage().agent("plain").run(SHARED.stage().task("Hello."));

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(SHARED.stage().cache().resolve("codex-home"))))
        .isEqualTo("rwx------");
    assertThat(report.words().getFirst()).endsWith("/bin/codex").contains("/vendor/");
    assertThat(report.words()).containsSubsequence("-c", "model_provider=\"mock\"", "--sandbox");
  }

  /// What the model was told of the command it asked for. Codex has no event for commands that fail
  /// within milliseconds.
  private static String output(String scenario) throws Exception {
    JsonNode last = SHARED.stage().model().requests(scenario).getLast();
    return last.at("/body/input")
        .valueStream()
        .filter(item -> item.path("type").asString("").equals("function_call_output"))
        .map(JsonNode::toString)
        .findFirst()
        .orElseThrow();
  }

  private static String text(AgentReport report) {
    assertThat(report.outcome()).as(report.outcome().words()).isInstanceOf(Answered.class);
    return ((Answered) report.outcome()).text();
  }
}
