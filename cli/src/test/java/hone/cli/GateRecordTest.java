package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Results of a gate that come from a job in which foreign code ran.
class GateRecordTest {

  private static final String CLOSED =
      """
      {"gate": "closed", "exit": 1, "reasons": ["regressed: total"],
       "blocking_regressions": [{"benchmark": "total"}],
       "benchmarks": [{"benchmark": "total", "metric": "sec/op", "verdict": "regressed", "effect": 0.5}]}
      """;

  private static final Map<String, Integer> CODES =
      Map.of("open", ExitCode.DONE, "closed", ExitCode.GATE_CLOSED, "undecided", ExitCode.TOOL);

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"open, 0", "undecided, 4"})
  void endsAsTheGateDid(String state, int exitCode) throws Exception {
    Run run = told(record(state, exitCode, "[]"));

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).contains("gate: " + state);
  }

  /// Every verdict that a benchmark can have, and whether the gate may then be open, closed or
  /// undecided.
  @ParameterizedTest
  @CsvSource({
    "improved,        open undecided",
    "minor-improved,  open undecided",
    "unchanged,       open undecided",
    "minor-regressed, open undecided",
    "inconclusive,    open undecided",
    "added,           open undecided",
    "incomparable,    undecided",
    "regressed,       closed",
    "missing,         closed",
    "failed,          closed",
  })
  void tellsWhatAVerdictAllowsAndRefusesTheRest(String verdict, String states) throws Exception {
    for (Map.Entry<String, Integer> state : CODES.entrySet()) {
      String blocking = verdict.equals("regressed") ? "{\"benchmark\": \"b\"}" : "";
      Run run =
          told(
              record(state.getKey(), state.getValue(), "[]")
                  .replace(
                      "\"benchmarks\": []",
                      "\"benchmarks\": [{\"benchmark\": \"b\", \"metric\": \"m\", \"verdict\": \"%s\"}]"
                          .formatted(verdict))
                  .replace(
                      "\"blocking_regressions\": []",
                      "\"blocking_regressions\": [" + blocking + "]"));

      int code = state.getValue();
      boolean allowed = List.of(states.split(" ", -1)).contains(state.getKey());
      assertThat(run.exitCode())
          .as(verdict + " and " + state.getKey() + run)
          .isEqualTo(allowed ? code : ExitCode.INPUT);
    }
  }

  @Test
  void showsWhatClosedIt() throws Exception {
    Run run = told(CLOSED);

    assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(run.out()).contains("regressed       +50.0 %   total sec/op", "gate: closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"gate\": \"open\", \"exit\": 0}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [], \"blocking_regressions\": []}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [], \"blocking_regressions\": [], \"self_test\": {\"unchanged\": \"passed\", \"injected\": \"failed\"}}",
        "{\"gate\": \"open\", \"exit\": 1, \"reasons\": [], \"benchmarks\": [], \"blocking_regressions\": []}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [], \"blocking_regressions\": [{}]}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [{\"verdict\": \"missing\"}], \"blocking_regressions\": []}",
        "{\"gate\": \"closed\", \"exit\": 1, \"reasons\": [], \"benchmarks\": [], \"blocking_regressions\": []}",
        "{\"gate\": \"ajar\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [], \"blocking_regressions\": []}",
        // More is listed as accepted than somebody accepted; nobody accepted it; another is.
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [{\"benchmark\": \"a\", \"metric\": \"m\", \"verdict\": \"regressed\", \"effect\": 0.5}], \"blocking_regressions\": [], \"accepted\": [{\"benchmark\": \"a\", \"metric\": \"m\", \"verdict\": \"regressed\", \"effect\": 0.5, \"up_to\": 0.2, \"owner\": \"o\", \"reason\": \"r\", \"expires\": \"2027-01-01\"}], \"self_test\": {\"unchanged\": \"passed\", \"injected\": \"passed\"}}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [{\"benchmark\": \"a\", \"metric\": \"m\", \"verdict\": \"missing\"}], \"blocking_regressions\": [], \"accepted\": [{\"benchmark\": \"a\", \"metric\": \"m\", \"verdict\": \"missing\"}], \"self_test\": {\"unchanged\": \"passed\", \"injected\": \"passed\"}}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": [], \"benchmarks\": [{\"benchmark\": \"a\", \"metric\": \"m\", \"verdict\": \"missing\"}], \"blocking_regressions\": [], \"accepted\": [{\"benchmark\": \"b\", \"metric\": \"m\", \"verdict\": \"missing\", \"owner\": \"o\", \"reason\": \"r\", \"expires\": \"2027-01-01\"}], \"self_test\": {\"unchanged\": \"passed\", \"injected\": \"passed\"}}",
        "{\"gate\": \"open\", \"exit\": 0, \"reasons\": {}, \"benchmarks\": [], \"blocking_regressions\": []}",
      })
  void refusesWhatIsNoResultOrContradictsItself(String text) throws Exception {
    Run run = told(text);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).startsWith("hone: ").hasLineCount(1);
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeep() throws Exception {
    assertThat(told(" ".repeat(65 << 20)).exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(told("[".repeat(100_000)).exitCode()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void givesTheRunnerNoCommandsOfOthers() throws Exception {
    String hostile = "\"::set-output name=x::y\\n::error::z\\u001b[2J\"";
    Path summary = directory.resolve("summary.md");
    GitHubActions job = new GitHubActions(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    GateRecord gate = GateRecord.of("x", json(record("undecided", 4, "[" + hostile + "]")));

    job.show(out, List.of("::error::from a name"));
    job.tell(out, gate);

    List<String> lines = text.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("::stop-commands::");
    String end = lines.get(0).substring("::stop-commands::".length());
    assertThat(lines.get(2)).isEqualTo("::" + end + "::");
    assertThat(lines.subList(3, lines.size()))
        .containsExactly(
            "::error::could not judge: ::set-output name=x::y\\u000a::error::z\\u001b[2J");
    assertThat(Files.readString(summary))
        .startsWith("## Performance gate: undecided\n")
        .contains("::error::z\\\\u001b\\[2J")
        .doesNotContain("\u001b");
  }

  @Test
  void handsOnWhatClosesTheGateFirstWhereThereIsTooMuch() throws Exception {
    ObjectNode document = json(CLOSED);
    for (int i = 0; i < 5_000; i++) {
      document
          .withArray("/benchmarks")
          .insertObject(0)
          .put("benchmark", "b" + i)
          .put("verdict", "unchanged");
    }
    Path output = directory.resolve("output");

    new GitHubActions(Map.of("GITHUB_OUTPUT", output.toString())).output(document);

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("result={").hasSizeLessThan(61_000);
    JsonNode result = JsonMapper.shared().readTree(lines.getFirst().substring("result=".length()));
    assertThat(result.path("benchmarks").path(0).path("verdict").asString()).isEqualTo("regressed");
    assertThat(result.path("benchmarks").size() + result.path("left_out").asInt()).isEqualTo(5_001);
  }

  private Run told(String text) throws Exception {
    Path file = Files.writeString(directory.resolve("perf-gate.json"), text);
    return Run.of("gate", "--from", file.toString());
  }

  private static String record(String state, int exitCode, String reasons) {
    return "{\"gate\": \"%s\", \"exit\": %d, \"reasons\": %s, \"benchmarks\": [], \"blocking_regressions\": [], \"self_test\": {\"unchanged\": \"passed\", \"injected\": \"passed\"}}"
        .formatted(state, exitCode, reasons);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text);
  }
}
