package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hone.schema.DocumentSchema;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What hone says to arguments that make no sense: one line, and where to look.
class WrongUseTest {

  @TestFactory
  Stream<DynamicTest> everyCommandNamesAnOptionItDoesNotKnow() {
    return CommandLines.hone().getSubcommands().values().stream()
        .map(CommandLine::getCommandName)
        .distinct()
        .map(name -> dynamicTest(name, () -> namesTheOption(name)));
  }

  private static void namesTheOption(String name) {
    Stream<String> needed =
        CommandLines.command(name).getCommandSpec().positionalParameters().stream()
            .filter(parameter -> parameter.arity().min() > 0)
            .map(_ -> "findings");
    Run run =
        Run.of(Stream.concat(Stream.of(name, "--no-such-option"), needed).toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("hone: ")
        .contains("--no-such-option");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top absent.file",
        "tree absent.file",
        "peek main absent.file",
        "lines main absent.file",
        "diff absent.file absent.file",
        "merge absent.file -o out.pb.gz",
        "convert absent.file out.pb.gz",
        "analyse absent.file",
        "standards absent.file",
        "compare absent.file absent.file"
      })
  void everyCommandOnFilesNamesOneThatIsNotThere(String line) {
    Run run = Run.of(line.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err().lines()).singleElement().asString().startsWith("hone: ");
  }

  @Test
  void aWordInCapitalsStaysAsTheHelpWritesIt() {
    assertThat(Run.of("peek", "(", "absent.file").err())
        .startsWith("hone: REGEX: regular expression has a ( without )");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top --json",
        "top --json --no-such-option x",
        "diff --json x",
        "analyse --json --budget 3 x",
        "convert --json x y.none"
      })
  void withJsonItIsAnObjectToo(String line) {
    Run run = Run.of(line.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.ERROR.problems(document)).isEmpty();
    JsonNode error = document.path("error");
    assertThat(error.path("kind").asString()).isEqualTo("usage");
    assertThat(run.err()).startsWith("hone: " + error.path("message").asString() + "\n");
  }

  @Test
  void anUnknownCommandIsNamed() {
    Run run = Run.of("audti");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("hone: ").contains("audti").contains("audit");
  }
}
