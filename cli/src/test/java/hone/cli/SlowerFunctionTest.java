package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.cli.ProgramCopy.Edit;
import hone.schema.DocumentSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A function of the sample programs is made slower, and the gate names it: by profiles of both
/// sides under JFR, py-spy and Go's own profiler.
@Tag("e2e")
class SlowerFunctionTest {

  private static final String COLUMNS = "src/main/java/orders/invoice/Columns.java";
  private static final String SHORT = "-w 40ms -wi 3 -r 20ms -i 5 writeInvoice";

  @TempDir private Path scratch;

  /// @param shorter  leaves one benchmark, and little of it
  /// @param slower   what makes one function slower
  /// @param function the end of its name
  /// @param line     where the change touches it
  record Planted(String program, Edit shorter, List<Edit> slower, String function, String line) {}

  static List<Planted> planted() {
    return List.of(
        new Planted(
            "java/orders",
            new Edit("hone.yaml", "sh benchmark.sh", "sh benchmark.sh " + SHORT),
            List.of(
                new Edit(
                    COLUMNS,
                    "        if (text.length() < width) {\n",
                    """
                            if (!text.matches("-?[0-9]+([.][0-9]+)?")) {
                                throw new IllegalArgumentException(text);
                            }
                            if (text.length() < width) {
                    """)),
            "Columns.right",
            COLUMNS + ":19"),
        new Planted(
            "python/orders",
            new Edit(
                "hone.yaml", "--benchmark-max-time=0.3", "--benchmark-max-time=1 -k test_invoice"),
            List.of(
                new Edit(
                    "orders/invoice.py",
                    """
                        euros, rest = divmod(abs(cents), 100)
                        return f"{'-' if cents < 0 else ''}{euros}.{rest:02}"
                    """,
                    "    return \"{:.2f}\".format(sum([Decimal(cents)] * 8) / 800)\n"),
                new Edit(
                    "orders/invoice.py",
                    "from orders.model",
                    "from decimal import Decimal\n\nfrom orders.model")),
            "money",
            "orders/invoice.py:40"),
        new Planted(
            "go/orders",
            new Edit(
                "hone.yaml",
                "-test.bench . -test.benchmem -test.benchtime 0.4s",
                "-test.bench Invoice -test.benchmem -test.benchtime 0.05s"),
            List.of(
                new Edit(
                    "internal/invoice/invoice.go",
                    "\tvar out []byte\n",
                    """
                    \tif !regexp.MustCompile(`^-?[0-9]+$`).Match(digits) {
                    \t\tpanic(string(digits))
                    \t}
                    \tvar out []byte
                    """),
                new Edit(
                    "internal/invoice/invoice.go", "\t\"bytes\"\n", "\t\"bytes\"\n\t\"regexp\"\n")),
            "invoice.Amount",
            "internal/invoice/invoice.go:79"));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void isNamedWithTheLineThatMadeItSlower(Planted planted) throws Exception {
    ProgramCopy copy = ProgramCopy.of(planted.program(), scratch);
    copy.commit("shorter", List.of(planted.shorter()));
    copy.commit("slower", planted.slower());

    Run run =
        Run.of(
            "gate",
            "--json",
            "--base",
            "HEAD~1",
            "--blocks",
            "6",
            "--seed",
            "7",
            "-C",
            copy.directory().toString());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(ExitCode.GATE_CLOSED);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.GATE.problems(document)).isEmpty();
    JsonNode worse = document.path("blocking_regressions").path(0);
    assertThat(worse.at("/profiles/failure").asString()).isEmpty();
    assertThat(worse.path("slower").valueStream())
        .as(worse.toString())
        .anySatisfy(each -> {
          assertThat(each.path("function").asString()).endsWith(planted.function());
          assertThat(each.path("lines").valueStream().map(JsonNode::asString))
              .contains(planted.line());
        })
        .noneMatch(each -> each.path("function").asString().startsWith("process "));
  }
}
