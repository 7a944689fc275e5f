package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.schema.DocumentSchema;
import java.nio.file.Path;
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

    JsonNode worse = gate(ExitCode.GATE_CLOSED).path("blocking_regressions").path(0);

    assertThat(worse.path("effect").asDouble()).isCloseTo(0.5, within(0.01));
    assertThat(worse.path("new").path("n").asInt()).isEqualTo(10);
    // Five fresh blocks, one of 6^5 orders is as extreme.
    assertThat(worse.path("p").asDouble()).isCloseTo(1.0 / 7776, within(1e-12));
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
