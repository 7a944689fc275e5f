package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks an agent about a regression: a program that answers as the test says. Whatever it says, the
/// gate is as the measurements have it.
@Tag("slow")
class GateWithAgentTest {

  private static final String ACCEPTABLE =
      """
      {"regressions": [{"benchmark": "total", "metric": "sec/op", "kind": "observability",
        "cause": "It logs each sum.", "functions": ["total (server.js)"],
        "trade_off": "acceptable", "reason": "The team wants logs."}]}
      """;

  @TempDir private Path scratch;
  private TinyService service;

  @BeforeEach
  void makesARegressionThatLogs() throws Exception {
    service = TinyService.in(scratch);
    service.repository().git("checkout", "--quiet", "-b", "change");
    service.write("cost.json", "2000\n");
    service.replace("server.js", "  return found;", "  console.log(found);\n  return found;");
    service.commit();
  }

  @Test
  void itsWordsStandBesideTheVerdictAndDoNotChangeIt() throws Exception {
    Run run = gate(answering(ACCEPTABLE), "--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GATE_CLOSED);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.GATE.problems(document)).isEmpty();
    assertThat(document.path("gate").stringValue()).isEqualTo("closed");
    JsonNode blocking = document.path("blocking_regressions").path(0);
    assertThat(blocking.path("cause").stringValue())
        .contains("added logging: server.js:7 'console.log(found)'")
        .contains("code: total (server.js)");
    JsonNode advice = blocking.path("advice");
    assertThat(advice.path("author").stringValue()).isEqualTo("command");
    assertThat(advice.path("trade_off").stringValue()).isEqualTo("acceptable");
    assertThat(advice.path("functions").path(0).stringValue()).isEqualTo("total (server.js)");
    assertThat(JsonMapper.shared().readTree(Files.readString(service.file("perf-gate.json"))))
        .isEqualTo(document);
    assertThat(asked()).contains("+  console.log(found);");
    assertThat(run.err()).contains("hone: command used 0 tokens, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 7",
        "echo 'I would rather not say'",
        "echo '{\"gate\": \"open\", \"exit\": 0}'",
        "echo '{\"regressions\": [{\"benchmark\": \"other\"}]}'",
        "rm -rf \"$PWD\"; kill $$"
      })
  void anAgentThatFailsLeavesTheVerdict(String script) throws Exception {
    Run run = gate(agent(script));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(run.out()).contains("gate: closed", "likely cause of total sec/op: ");
    assertThat(run.err()).contains("hone: command gave no advice: ");
  }

  @Test
  void aKeptVerdictIsToldWithTheWordsOfTheAgentThatIsNamed() throws Exception {
    gate(agent("exit 7"));
    answering(ACCEPTABLE);
    String kept = Files.readString(service.file("perf-gate.json"));

    Run silent = told();
    Run run = told("--agent", "command");

    assertThat(silent.exitCode()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(silent.out()).doesNotContain("command on");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(run.out())
        .as(run.err())
        .contains(
            "command on total sec/op: observability: It logs each sum. It looks like an acceptable"
                + " trade-off: The team wants logs.");
    assertThat(service.file("perf-gate.json")).hasContent(kept);
  }

  @Test
  void noAgentIsAskedWhereNothingGotWorse() throws Exception {
    service.write("cost.json", "1000\n");
    service.commit();
    Run run = gate(answering(ACCEPTABLE));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(scratch.resolve("asked.txt")).doesNotExist();
  }

  private Run told(String... more) {
    String file = service.file("perf-gate.json").toString();
    return Run.of(
        Stream.concat(
                Stream.of("gate", "--from", file, "-C", service.directory().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Run gate(Path agent, String... more) throws Exception {
    String settings = "agent: {name: command, path: %s}\n".formatted(agent);
    service.write("hone.yaml", Files.readString(service.file("hone.yaml")) + settings);
    service.commit();
    return Run.of(
        Stream.concat(
                Stream.of("gate", "--blocks", "4", "-C", service.directory().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Path answering(String answer) throws IOException {
    Path kept = Files.writeString(scratch.resolve("answer.json"), answer);
    return agent("cat > '%s'; cat '%s'".formatted(scratch.resolve("asked.txt"), kept));
  }

  private Path agent(String script) throws IOException {
    Path agent = Files.writeString(scratch.resolve("agent"), "#!/bin/sh\n" + script + "\n");
    assertThat(agent.toFile().setExecutable(true)).isTrue();
    return agent;
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(scratch.resolve("asked.txt"));
  }
}
