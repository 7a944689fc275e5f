package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.schema.DocumentSchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gate on real commits, with a benchmark whose numbers do not depend on the machine.
@Tag("slow")
class GateCommandTest {

  /// Numbers from 1,000 to 7,006, the same in every execution of the test.
  private static final String NOISY =
      """
      const fs = require('fs');
      fs.appendFileSync('COUNT', 'x');
      const cost = require('./cost.json') + fs.statSync('COUNT').size * 3701 % 6007;
      console.log(JSON.stringify({benchmarks: [{name: 'total', unit: 'ns', samples: [cost]}]}));
      """;

  @TempDir private Path scratch;
  private TinyService tiny;

  @BeforeEach
  void aService() throws Exception {
    tiny = TinyService.in(scratch);
  }

  @Test
  void testsItselfAndSaysSo() throws Exception {
    tiny.write("README.md", "more\n");

    JsonNode gate = gate(ExitCode.DONE);

    assertThat(gate.path("gate").asString()).isEqualTo("open");
    assertThat(gate.path("self_test").path("unchanged").asString()).isEqualTo("passed");
    assertThat(gate.path("self_test").path("injected").asString()).isEqualTo("passed");
    assertThat(gate.path("benchmarks").path(0).path("verdict").asString()).isEqualTo("unchanged");
    assertThat(gate.path("benchmarks").path(0).path("new").path("n").asInt()).isEqualTo(6);
  }

  @Test
  void closesOnARegressionThatFreshRunsConfirm() throws Exception {
    tiny.write("cost.json", "1500\n");
    tiny.replace("server.js", "  return found;", "  console.log(found);\n  return found;");

    JsonNode gate = gate(ExitCode.GATE_CLOSED);

    JsonNode worse = gate.path("blocking_regressions").path(0);

    assertThat(worse.path("effect").asDouble()).isCloseTo(0.5, within(0.01));
    assertThat(worse.path("new").path("n").asInt()).isEqualTo(10);
    // Five fresh blocks, one of 6^5 orders is as extreme.
    assertThat(worse.path("p").asDouble()).isCloseTo(1.0 / 7776, within(1e-12));
    assertThat(worse.path("kinds").toString()).contains("\"logging\"");
    assertThat(worse.path("lines").path(0).asString()).isEqualTo("server.js:7");
    assertThat(worse.at("/profiles/scope").asString()).isEqualTo("suite");
    assertThat(worse.at("/profiles/failure").asString()).isEmpty();
    for (JsonNode file : worse.at("/profiles/files")) {
      assertThat(tiny.file(".hone/runs").resolve(gate.path("run").asString()))
          .isDirectoryRecursivelyContaining("glob:**/" + file.asString());
    }
    tellsTheKeptResultInEveryForm();
  }

  private void tellsTheKeptResultInEveryForm() throws Exception {
    Run told =
        Run.of(
            "gate",
            "--from",
            tiny.file("perf-gate.json").toString(),
            "--markdown",
            scratch.resolve("gate.md").toString(),
            "--sarif",
            scratch.resolve("gate.sarif").toString(),
            "--junit",
            scratch.resolve("gate.xml").toString(),
            "--code-quality",
            scratch.resolve("gate.json").toString());

    assertThat(told.exitCode()).as(told.toString()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(scratch.resolve("gate.md"))
        .content()
        .startsWith("## Performance gate of `tiny`: closed\n")
        .contains("| `total` | `sec/op` | +", "`server.js:7`");
    JsonNode log = JsonMapper.shared().readTree(scratch.resolve("gate.sarif").toFile());
    assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"server.js\",\"uriBaseId\":\"%SRCROOT%\"},\"region\":{\"startLine\":7}}");
    assertThat(scratch.resolve("gate.xml"))
        .content()
        .contains("tests=\"", "failures=\"1\"", "<failure type=\"regressed\"");
    assertThat(JsonMapper.shared().readTree(scratch.resolve("gate.json").toFile())).hasSize(1);
  }

  @Test
  void opensForWhatTheChangeSaysThatTheTeamAccepts() throws Exception {
    tiny.write("cost.json", "1500\n");
    tiny.write(
        "hone-accepted.yaml",
        """
        - benchmark: total
          metric: sec/op
          up_to: 60 %%
          reason: every field is validated now
          owner: payments
          expires: %s
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30)));

    JsonNode gate = gate(ExitCode.DONE);

    assertThat(gate.path("gate").asString()).isEqualTo("open");
    assertThat(gate.path("blocking_regressions")).isEmpty();
    assertThat(gate.at("/benchmarks/0/verdict").asString()).isEqualTo("regressed");
    assertThat(gate.at("/accepted/0/owner").asString()).isEqualTo("payments");
    assertThat(gate.at("/accepted/0/at").asString()).isEqualTo("hone-accepted.yaml:1");
    assertThat(gate.at("/reasons/0").asString()).startsWith("accepted: regressed: total sec/op");
    Run told = Run.of("gate", "--from", tiny.file("perf-gate.json").toString());
    assertThat(told.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(told.out()).contains("  accepted: regressed: total sec/op +");
  }

  @Test
  void closesOnABudgetOfABenchmarkThatTheWholeIntervalIsBeyond() throws Exception {
    tiny.replace(
        "AGENTS.md", "- P99 latency budget: 1us\n", "- Benchmark `total`: at most 500 ns\n");
    tiny.commit();
    tiny.write("README.md", "more\n");

    JsonNode gate = gate(ExitCode.GATE_CLOSED);

    assertThat(gate.path("blocking_regressions")).isEmpty();
    assertThat(gate.at("/benchmarks/0/verdict").asString()).isEqualTo("unchanged");
    assertThat(gate.at("/budgets/0/verdict").asString()).isEqualTo("breached");
    assertThat(gate.at("/budgets/0/interval/0").asDouble()).isGreaterThan(500);
    assertThat(gate.at("/reasons/0").asString()).startsWith("budget broken: benchmark total");
    Run told = Run.of("gate", "--from", tiny.file("perf-gate.json").toString());
    assertThat(told.exitCode()).isEqualTo(ExitCode.GATE_CLOSED);
  }

  @Test
  void closesWhereTheBenchmarksBreakOnHeadAlone() throws Exception {
    tiny.write("cost.json", "no number\n");

    JsonNode gate = gate(ExitCode.GATE_CLOSED);

    assertThat(gate.path("gate").asString()).isEqualTo("closed");
    assertThat(gate.path("benchmarks").path(0).path("verdict").asString()).isEqualTo("failed");
    assertThat(gate.path("reasons")).hasSize(1);
  }

  @Test
  void doesNotOpenWhereNothingCouldBeSeen() throws Exception {
    tiny.write("bench.js", NOISY.replace("COUNT", scratch.resolve("count").toString()));
    tiny.commit();
    tiny.write("README.md", "more\n");

    JsonNode gate = gate(ExitCode.TOOL);

    assertThat(gate.path("gate").asString()).isEqualTo("undecided");
    assertThat(gate.path("self_test").path("injected").asString()).isEqualTo("failed");
    assertThat(gate.path("reasons").toString()).contains("is not seen: too noisy");
  }

  private JsonNode gate(int exitCode) throws Exception {
    tiny.commit();
    Run run = Run.of("gate", "--json", "--base", "HEAD~1", "-C", tiny.directory().toString());
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.GATE.problems(document)).isEmpty();
    return document;
  }
}
