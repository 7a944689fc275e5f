package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.agent.AgentOutcome.Answered;
import hone.agent.AgentOutcome.Crashed;
import hone.agent.AgentOutcome.Empty;
import hone.agent.AgentOutcome.OutputTooLarge;
import hone.agent.AgentOutcome.ProgramMissing;
import hone.agent.AgentOutcome.TimedOut;
import hone.input.FormatException;
import hone.process.Supervisor;
import hone.service.AgentName;
import hone.service.AgentPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CommandAgentTest {

  private static final String KEY = "corp-key-0123456789";

  @TempDir private Path folder;
  private Supervisor supervisor;

  @BeforeEach
  void open() throws Exception {
    supervisor = Supervisor.open();
  }

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void givesThePromptAndTakesTheText() throws Exception {
    String line =
        "cat; pwd; env | grep -v '^PWD\\|^SHLVL\\|^_' | cut -d= -f1 | sort | tr '\\n' ' '";

    AgentReport report = agent(line).run(task("Why? ").withSchema("{}"));

    assertThat(report.outcome())
        .isEqualTo(
            new Answered(
                List.of(
                    "Why? %s\nCORP_KEY HONE_AGENT_EFFORT HONE_AGENT_MODE HONE_AGENT_MODEL"
                            .formatted(folder.toRealPath())
                        + " HONE_AGENT_SCHEMA HONE_RUN PATH ")));
    assertThat(report.usage()).isEmpty();
    assertThat(report.thread()).isEmpty();
  }

  @Test
  void keepsNoSecret() throws Exception {
    AgentReport report =
        agent("cat; echo $CORP_KEY; echo $CORP_KEY >&2").run(task("It is " + KEY + ".\n"));

    assertThat(report.outcome())
        .isEqualTo(new Answered(List.of("It is [redacted].\n[redacted]\n")));
    for (String file : List.of("prompt.md", "answer.txt", "stderr.txt")) {
      assertThat(folder.resolve("task").resolve(file)).content().doesNotContain(KEY);
    }
  }

  @Test
  void tellsHowItEnded() throws Exception {
    assertThat(agent("true").run(task("x")).outcome()).isEqualTo(new Empty());
    assertThat(agent("echo half; echo why >&2; exit 3").run(task("x")).outcome())
        .isEqualTo(new Crashed(3, "why"));
    assertThat(agent("kill -9 $$").run(task("x")).outcome()).isEqualTo(new Crashed(137, ""));
    assertThat(
            agents()
                .chosen(plan("no-such-agent"), Optional.empty())
                .orElseThrow()
                .run(task("x"))
                .outcome())
        .isEqualTo(new ProgramMissing("program not found on the PATH: 'no-such-agent'"));
  }

  @Test
  void endsItAtItsLimits() throws Exception {
    Duration limit = Duration.ofMillis(500);
    AgentLimits wall = new AgentLimits(limit, Duration.ofSeconds(50), 1000);
    AgentLimits idle = new AgentLimits(Duration.ofSeconds(50), limit, 1000);

    assertThat(agent("sleep 1000").run(task("x").withLimits(wall)).outcome())
        .isEqualTo(new TimedOut(TimedOut.Clock.WALL, limit));
    assertThat(agent("echo begun; sleep 1000").run(task("x").withLimits(idle)).outcome())
        .isEqualTo(new TimedOut(TimedOut.Clock.IDLE, limit));
    assertThat(agent("yes").run(task("x").withLimits(idle)).outcome())
        .isEqualTo(new OutputTooLarge(1000));
  }

  @Test
  void endsWhatItStarted() throws Exception {
    Path pid = folder.resolve("pid");
    AgentLimits limits = new AgentLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 1000);

    agent("setsid nohup sh -c 'echo $$ > pid; exec sleep 1000' & wait")
        .run(task("x").withLimits(limits));

    assertThat(alive(Files.readString(pid).strip())).isFalse();
  }

  // An orphan that has ended may stay a zombie where nobody collects it.
  private static boolean alive(String pid) {
    try {
      String stat = Files.readString(Path.of("/proc", pid, "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void isChosenByTheSettingsOrTheCommandLine() throws Exception {
    AgentPlan plan = plan("cat");

    assertThat(agents().chosen(plan, Optional.empty())).isPresent();
    assertThat(agents().chosen(plan, Optional.of(AgentName.NONE))).isEmpty();
    assertThat(agents().chosen(AgentPlan.none(), Optional.empty())).isEmpty();
    assertThat(agents().chosen(AgentPlan.none(), Optional.of(AgentName.CODEX))).isPresent();
    assertThatThrownBy(() -> agents().chosen(AgentPlan.none(), Optional.of(AgentName.COMMAND)))
        .isInstanceOf(FormatException.class)
        .hasMessage("hone.yaml: agent.path: missing, the program of agent 'command'");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "CODEX", "COMMAND"})
  void saysWhichAgentsThereAre(AgentName name) {
    assertThatThrownBy(() -> agents().chosen(AgentPlan.none(), Optional.of(name)))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "hone.yaml: agent.name: '%s' cannot be driven yet; there are codex, command and none"
                .formatted(name.text()));
  }

  private Agent agent(String line) throws Exception {
    AgentPlan plan =
        new AgentPlan(
            AgentName.COMMAND,
            Optional.of("/bin/sh"),
            List.of("-c", line),
            List.of("CORP_KEY"),
            Map.of());
    return agents().chosen(plan, Optional.empty()).orElseThrow();
  }

  private static AgentPlan plan(String program) {
    return new AgentPlan(AgentName.COMMAND, Optional.of(program), List.of(), List.of(), Map.of());
  }

  private Agents agents() {
    Map<String, String> environment =
        Map.of("PATH", "/usr/bin:/bin", "CORP_KEY", KEY, "OTHER_KEY", "never");
    return new Agents(supervisor, environment, folder, folder.resolve("cache"));
  }

  private AgentTask task(String prompt) {
    return AgentTask.of(prompt, "any", folder, folder.resolve("task"));
  }
}
