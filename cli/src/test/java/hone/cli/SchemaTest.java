package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Holds what commands print to the schemas that hone publishes.
class SchemaTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource({
    "TOP, 0, top --json fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "TREE, 0, tree --json fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "TREE, 0, peek --json invoice fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "LINES, 0, lines --json invoice fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "DIFF, 0, diff --json fixtures/pprof/go-1.26/orders-cpu.pb.gz"
        + " fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "DIFF, 0, diff --json --cum fixtures/pprof/go-1.26/orders-cpu.pb.gz"
        + " fixtures/pprof/go-1.26/orders-cpu.pb.gz -- fixtures/pprof/go-1.26/orders-cpu.pb.gz"
        + " fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "EXTRACT, 0, analyse --budget 2000 --json fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "ERROR, 3, tree --json --focus nothing fixtures/pprof/go-1.26/orders-cpu.pb.gz",
    "STANDARDS, 0, standards --json AGENTS.md",
    "DOCTOR, 0, doctor --json",
    "ERROR, 3, top --json fixtures/absent.pprof",
    "ERROR, 3, standards --json fixtures/absent.md",
    "ERROR, 3, compare --json absent.txt absent.txt",
  })
  void whatACommandPrintsKeepsItsSchema(DocumentSchema schema, int exitCode, String line) {
    String[] words =
        List.of(line.split(" ")).stream()
            .map(word -> word.contains(".") ? HOME.resolve(word).toString() : word)
            .toArray(String[]::new);

    Run run = Run.of(words);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(schema.problems(JsonMapper.shared().readTree(run.out()))).isEmpty();
  }

  @Test
  void aSchemaIsPrintedInBothForms() {
    assertThat(Run.of("schema", "gate"))
        .isEqualTo(new Run(ExitCode.DONE, DocumentSchema.GATE.open(), ""));
    assertThat(Run.of("schema", "findings", "--strict"))
        .isEqualTo(new Run(ExitCode.DONE, DocumentSchema.FINDINGS.strict(), ""));
  }

  @Test
  void anUnknownNameIsToldWithTheKnownOnes() {
    Run run = Run.of("schema", "nothing");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'nothing'").containsIgnoringCase("findings");
  }
}
