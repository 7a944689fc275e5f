package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hone.agent.AgentOutcome.Answered;
import hone.agent.AgentOutcome.Crashed;
import hone.agent.AgentOutcome.Empty;
import hone.agent.AgentOutcome.OutputTooLarge;
import hone.agent.AgentOutcome.ProgramMissing;
import hone.agent.AgentOutcome.PromptTooLarge;
import hone.agent.AgentOutcome.SandboxMissing;
import hone.agent.AgentOutcome.TimedOut;
import hone.agent.AgentOutcome.TurnFailed;
import hone.agent.AgentOutcome.UnsupportedVersion;
import hone.agent.AgentOutcome.UsageError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the real codex does when things go wrong, and what we say of it.
@Tag("slow")
@Timeout(120)
class CodexOutcomesTest {

  /// More than any start of codex takes here, and less than its patience.
  private static final Duration SHORT = Duration.ofSeconds(6);

  @RegisterExtension private static final SharedStage SHARED = new SharedStage();

  @ParameterizedTest
  @CsvSource({
    "schemareject, SCHEMA_REJECTED, the service does not accept the schema of the answer",
    "e401, AUTHENTICATION, the service does not accept the key",
    "e403, AUTHENTICATION, the service does not accept the key",
    "e404, MODEL, the service does not know the model",
    "e400, CONTEXT_WINDOW, the task is larger than the model's context window",
    "ctxfail, CONTEXT_WINDOW, the task is larger than the model's context window",
    "'e429,ra=1', RATE_LIMIT, the service takes no more requests from this account now",
    "quota, QUOTA, the account's quota is used up",
    "usage_limit, QUOTA, the account's quota is used up",
    "e500, SERVER, the service failed",
    "html502, SERVER, the service failed",
    "e503, CAPACITY, the model is at capacity",
    "hangstream, NETWORK, the connection to the service failed",
    "dropstream, NETWORK, the connection to the service failed",
    "garbage, NETWORK, the connection to the service failed",
    "notsse, NETWORK, the connection to the service failed",
    "incomplete, OTHER, the turn failed",
  })
  void tellsWhyATurnFailed(String scenario, FailureCause cause, String words) throws Exception {
    AgentReport report =
        SHARED.stage().agent(scenario).run(SHARED.stage().task("Analyse the profile."));

    assertThat(report.outcome()).isInstanceOf(TurnFailed.class);
    assertThat(((TurnFailed) report.outcome()).cause())
        .as(report.outcome().words())
        .isEqualTo(cause);
    assertThat(report.outcome().words()).startsWith(words).doesNotContain("\n");
    assertThat(report.usage()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"prose", "badjson", "wrongschema", "fenced"})
  void takesAnAnswerOfAnyKindForAnAnswer(String scenario) throws Exception {
    AgentReport report =
        SHARED.stage().agent(scenario).run(SHARED.stage().task("Analyse the profile."));

    assertThat(report.outcome()).isInstanceOf(Answered.class);
    assertThat(report.usage()).isPresent();
  }

  @Test
  void givesEveryMessageInOrder() throws Exception {
    AgentReport report =
        SHARED.stage().agent("twomsg").run(SHARED.stage().task("Analyse the profile."));

    assertThat(report.outcome()).isEqualTo(new Answered(List.of("first", "second")));
  }

  @ParameterizedTest
  @CsvSource({"empty", "refusal"})
  void saysWhenThereIsNoAnswer(String scenario) throws Exception {
    AgentReport report =
        SHARED.stage().agent(scenario).run(SHARED.stage().task("Analyse the profile."));

    assertThat(report.outcome()).isEqualTo(new Empty());
    assertThat(report.outcome().words()).isEqualTo("the agent ended without an answer");
    assertThat(report.usage()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"hang", "'e429,ra=3600'"})
  void endsAnAgentThatIsSilent(String scenario) throws Exception {
    AgentTask task =
        SHARED
            .stage()
            .task("Analyse the profile.")
            .withLimits(new AgentLimits(Duration.ofSeconds(60), SHORT, 1 << 20));

    AgentReport report = SHARED.stage().agent(scenario).run(task);

    assertThat(report.outcome()).isEqualTo(new TimedOut(TimedOut.Clock.IDLE, SHORT));
    assertThat(report.outcome().words())
        .isEqualTo("the agent was ended after 6.0 s without a sign of life");
    assertThat(report.wall()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void endsAnAgentThatDoesNotStop() throws Exception {
    AgentTask task =
        SHARED
            .stage()
            .task("Analyse the profile.")
            .withMode(AgentMode.READ_ONLY)
            .withLimits(new AgentLimits(SHORT, Duration.ofSeconds(60), 1 << 20));

    AgentReport report = SHARED.stage().agent("loop").run(task);

    assertThat(report.outcome()).isEqualTo(new TimedOut(TimedOut.Clock.WALL, SHORT));
    assertThat(report.outcome().words())
        .isEqualTo("the agent was ended after 6.0 s, its time limit");
    assertThat(report.wall()).isLessThan(Duration.ofSeconds(20));
    assertThat(SHARED.stage().model().requests("loop")).hasSizeGreaterThan(2);
  }

  @Test
  void endsAnAgentThatWritesTooMuch() throws Exception {
    String scenario = "tool,cmd=head%20-c%203000000%20%2Fdev%2Fzero%20%7C%20tr%20%27%5C0%27%20x";
    AgentTask task = SHARED.stage().task("Print a lot.").withMode(AgentMode.READ_ONLY);

    AgentReport within = SHARED.stage().agent(scenario).run(task);
    AgentTask again =
        SHARED
            .stage()
            .task("Print a lot.")
            .withMode(AgentMode.READ_ONLY)
            .withLimits(new AgentLimits(Duration.ofSeconds(40), Duration.ofSeconds(40), 200_000));
    AgentReport beyond = SHARED.stage().agent(scenario + ",n=2").run(again);

    assertThat(within.outcome()).isEqualTo(new Answered(List.of("done")));
    assertThat(beyond.outcome()).isEqualTo(new OutputTooLarge(200_000));
    assertThat(beyond.outcome().words()).isEqualTo("the agent wrote more than 200,000 bytes");
    assertThat(again.directory().resolve("events.jsonl"))
        .satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(200_000));
  }

  @Test
  void findsOutBeforehandThatThereIsNoSandbox() throws Exception {
    AgentTask task = SHARED.stage().task("Make it fast.").withMode(AgentMode.WORKSPACE_WRITE);

    AgentReport report = SHARED.stage().agent("edit,n=3", sandboxThatRefuses("*")).run(task);

    assertThat(report.outcome()).isInstanceOf(SandboxMissing.class);
    assertThat(report.outcome().words())
        .startsWith("the agent's sandbox does not work on this machine")
        .contains("No permissions to create new namespace");
    assertThat(SHARED.stage().model().requests("edit,n=3")).isEmpty();
    assertThat(report.usage()).hasValue(AgentUsage.NONE);
  }

  @Test
  void findsOutAfterwardsThatNoCommandCouldBeConfined() throws Exception {
    AgentTask task = SHARED.stage().task("Make it fast.").withMode(AgentMode.WORKSPACE_WRITE);
    String scenario = "tool,cmd=touch%20made.txt";

    AgentReport report = SHARED.stage().agent(scenario, sandboxThatRefuses("*made.txt*")).run(task);

    assertThat(report.outcome()).isInstanceOf(SandboxMissing.class);
    assertThat(report.outcome().words()).contains("No permissions to create new namespace");
    assertThat(task.workspace().resolve("made.txt")).doesNotExist();
  }

  @Test
  void saysWhatProgramIsMissing() throws Exception {
    AgentReport onPath =
        SHARED
            .stage()
            .agent("plain", Map.of("PATH", "/usr/bin:/bin"))
            .run(SHARED.stage().task("Hello."));
    AgentReport named =
        SHARED
            .stage()
            .agent(Optional.of("bin/codex"), "plain", Map.of())
            .run(SHARED.stage().task("Hello."));

    assertThat(onPath.outcome()).isEqualTo(new ProgramMissing("not found on the PATH: 'codex'"));
    assertThat(named.outcome()).isEqualTo(new ProgramMissing("no such program: 'bin/codex'"));
    assertThat(named.outcome().words())
        .isEqualTo("the agent could not be started: no such program: 'bin/codex'");
  }

  @ParameterizedTest
  @CsvSource({"codex-cli 0.98.0", "another program", "''"})
  void refusesAProgramThatItDoesNotKnow(String printed) throws Exception {
    Path program = script("other-codex", "echo '" + printed + "'");

    AgentReport report =
        SHARED
            .stage()
            .agent(Optional.of(program.toString()), "plain", Map.of())
            .run(SHARED.stage().task("Hello."));

    assertThat(report.outcome())
        .isEqualTo(new UnsupportedVersion(printed, "codex 0.150.0 or later"));
    assertThat(report.outcome().words()).contains("needed: codex 0.150.0 or later");
  }

  @Test
  void saysThatANewerVersionIsNotTested() throws Exception {
    String lines =
        """
        [ "$1" = --version ] && { echo codex-cli 0.170.1; exit 0; }
        echo '{"type":"item.completed","item":{"type":"agent_message","text":"hello"}}'
        echo '{"type":"turn.completed","usage":{}}'
        """;
    Path program = script("newer-codex", lines);

    AgentReport report =
        SHARED
            .stage()
            .agent(Optional.of(program.toString()), "plain", Map.of())
            .run(SHARED.stage().task("Hello."));

    assertThat(report.outcome()).isEqualTo(new Answered(List.of("hello")));
    assertThat(report.notices()).containsExactly("codex 0.170.1 is not tested; codex 0.169.0 is");
    assertThat(report.usage()).isEmpty();
  }

  @Test
  void refusesAPromptThatCodexWouldNotTake() throws Exception {
    String accepted = "é".repeat(1_048_576);

    AgentReport most = SHARED.stage().agent("plain,n=5").run(SHARED.stage().task(accepted));
    AgentReport more = SHARED.stage().agent("plain,n=6").run(SHARED.stage().task(accepted + "x"));

    assertThat(most.outcome()).isInstanceOf(Answered.class);
    assertThat(more.outcome()).isEqualTo(new PromptTooLarge(1_048_577, 1_048_576));
    assertThat(more.outcome().words())
        .isEqualTo("the prompt has 1,048,577 characters, the agent takes 1,048,576");
    assertThat(SHARED.stage().model().requests("plain,n=6")).isEmpty();
  }

  @Test
  void tellsACommandLineThatIsNotUnderstoodFromACrash() throws Exception {
    Path usage = script("usage-codex", VERSION + "echo \"error: unexpected '--cd'\" >&2; exit 2");
    Path crash = script("crash-codex", VERSION + "echo 'thread main panicked' >&2; kill -9 $$");

    AgentReport misused =
        SHARED
            .stage()
            .agent(Optional.of(usage.toString()), "plain", Map.of())
            .run(SHARED.stage().task("Hello."));
    AgentReport crashed =
        SHARED
            .stage()
            .agent(Optional.of(crash.toString()), "plain", Map.of())
            .run(SHARED.stage().task("Hello."));

    assertThat(misused.outcome()).isEqualTo(new UsageError("error: unexpected '--cd'"));
    assertThat(crashed.outcome()).isEqualTo(new Crashed(137, "thread main panicked"));
    assertThat(crashed.outcome().words())
        .isEqualTo(
            "the agent ended with exit code 137 before it was done (\"thread main panicked\")");
  }

  private static final String VERSION =
      "[ \"$1\" = --version ] && { echo codex-cli 0.169.0; exit 0; }\n";

  /// A search path whose `bwrap` fails as it does in a container, for command lines like this.
  private static Map<String, String> sandboxThatRefuses(String pattern) throws Exception {
    CodexProgram program =
        CodexProgram.find(
            "codex",
            SHARED.folder(),
            SHARED.stage().supervisor(),
            Map.of("PATH", CodexStage.path()));
    Path own = ((CodexProgram.Ready) program).file().resolve("../../codex-resources/bwrap");
    String lines =
        """
        case "$*" in
          --help|--version) ;;
          %s) echo 'bwrap: No permissions to create new namespace, likely so' >&2; exit 1 ;;
        esac
        exec '%s' "$@"
        """
            .formatted(pattern, own.normalize());
    return Map.of("PATH", script("bwrap", lines).getParent() + ":" + CodexStage.path());
  }

  private static Path script(String name, String lines) throws Exception {
    // Codex takes no bwrap from where the agent may write, such as /tmp.
    Path bin = Files.createTempDirectory(SHARED.stage().cache(), "bin");
    Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + lines + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
