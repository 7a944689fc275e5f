package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.schema.DocumentSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two real commits, with benchmarks whose numbers do not depend on the machine.
@Tag("slow")
class MeasureCommandTest {

  /// Eight measurements a run, of which the first three are slow where `WARM` is 1.
  private static final String DECLARED =
      """
      const cost = require('./cost.json');
      const found = [];
      const bench = (name, samples) => found.push({name, unit: 'ns', samples});
      const noise = (i) => (process.pid * 31 + i * 17) % 7;
      bench('total', [0, 1, 2, 3, 4, 5, 6, 7].map((i) => cost * (i < 3 ? WARM : 1) + noise(i)));
      console.log(JSON.stringify({benchmarks: found}));
      """;

  @TempDir private Path scratch;
  private TinyService tiny;

  @BeforeEach
  void aService() throws Exception {
    tiny = TinyService.in(scratch);
    tiny.write("bench.js", DECLARED.replace("WARM", "1"));
    tiny.commit();
  }

  @Test
  void measuresBothSidesWithTheBenchmarksOfTheBase() throws Exception {
    tiny.replace("bench.js", "cost *", "1000 *");
    tiny.write("cost.json", "1500\n");
    tiny.commit();

    JsonNode measured = measured(ExitCode.DONE);

    assertThat(measured.path("gate").asString()).isEqualTo("closed");
    assertThat(measured.path("benchmarks").path(0).path("effect").asDouble())
        .isCloseTo(0.5, within(0.01));
    assertThat(measured.path("reasons").toString())
        .contains("(bench.js): both sides were measured with the base's: edited total");
  }

  @Test
  void saysWhatWasNotWarmAndWhatWholeRunsTook() throws Exception {
    tiny.write("bench.js", DECLARED.replace("WARM", "1.4"));
    tiny.commit();
    tiny.write("README.md", "more\n");
    tiny.commit();

    JsonNode measured = measured(ExitCode.DONE);

    JsonNode warmUp = measured.path("warm_up").path(0);
    assertThat(warmUp.path("state").asString()).isEqualTo("warming");
    assertThat(warmUp.path("unsettled").asInt()).isEqualTo(3);
    assertThat(measured.path("reasons").toString()).contains("not warm: total sec/op");
    assertThat(measured.path("whole_runs")).hasSize(2);
    assertThat(measured.path("whole_runs").path(0).path("metric").asString())
        .isEqualTo("cpu-sec/run");
  }

  @Test
  void goesOnWithWhatIsThereAndClosesOnABudgetOfABenchmark() throws Exception {
    tiny.replace(
        "AGENTS.md", "- P99 latency budget: 1us\n", "- Benchmark `total`: at most 500 ns\n");
    tiny.commit();
    tiny.write("README.md", "more\n");
    tiny.commit();
    JsonNode first = measured(ExitCode.DONE);
    Path log =
        tiny.file(".hone/runs")
            .resolve(first.path("run").asString())
            .resolve("candidates/1/measurements.jsonl");
    List<String> lines = Files.readAllLines(log);

    JsonNode again = measured(ExitCode.DONE, "--resume");

    assertThat(again).isEqualTo(first);
    assertThat(Files.readAllLines(log)).isEqualTo(lines);
    assertThat(first.path("gate").asString()).isEqualTo("closed");
    assertThat(first.path("budgets").toString())
        .contains("\"name\":\"benchmark total, sec/op\"", "\"verdict\":\"breached\"");
    assertThat(lines.getFirst()).contains("\"toolchain\":\"v", "\"harness\":\"sha256:");
  }

  @Test
  void refusesToGoOnWithNothing() throws Exception {
    tiny.write("README.md", "more\n");
    tiny.commit();

    Run run = Run.of("measure", "HEAD~1", "--resume", "--json", "-C", tiny.directory().toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("to go on with; leave --resume out");
  }

  private JsonNode measured(int exitCode, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("measure", "HEAD~1", "--json", "-C", tiny.directory().toString()));
    words.addAll(List.of(more));
    Run run = Run.of(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.GATE.problems(document)).isEmpty();
    return document;
  }
}
