package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Holds every command to what all of them owe, and the reference of commands to the commands.
class HelpTest {

  private static final String EXAMPLE = "Example: ";
  private static final String HEADING = "## hone ";

  /// They print no results, or print them in a form of their own.
  private static final Set<String> WITHOUT_JSON = Set.of("completion", "schema");

  @TestFactory
  Stream<DynamicTest> everyHelpPageEndsWithAnExampleThatCanBeParsed() {
    return commands(name -> {
      Run help = Run.of(name, "--help");
      List<String> examples = help.out().lines().filter(line -> line.startsWith(EXAMPLE)).toList();

      assertThat(help.exitCode()).isZero();
      assertThat(help.err()).isEmpty();
      assertThat(examples).hasSize(1);
      assertThat(honeLines(examples.getFirst().substring(EXAMPLE.length())))
          .anyMatch(line -> line.startsWith("hone " + name))
          .allSatisfy(CommandLines::parse);
    });
  }

  @TestFactory
  Stream<DynamicTest> everyCommandWithResultsPrintsThemAsJsonToo() {
    return commands(name ->
        assertThat(CommandLines.command(name).getCommandSpec().findOption("json") != null)
            .isEqualTo(!WITHOUT_JSON.contains(name)));
  }

  @TestFactory
  Stream<DynamicTest> theReferenceHasEveryCommandWithItsOptions() throws IOException {
    Map<String, List<String>> sections = sections();
    return commands(name -> {
      String section = String.join("\n", sections.getOrDefault(name, List.of()));
      assertThat(section).as("docs/reference/commands.md, '" + HEADING + name + "'").isNotBlank();
      assertThat(options(name))
          .allSatisfy(option -> assertThat(section).containsPattern("`" + option + "[`\\[ ]"));
    });
  }

  @Test
  void theReferenceHasNoOtherCommands() throws IOException {
    assertThat(CommandLines.hone().getSubcommands().keySet()).containsAll(sections().keySet());
  }

  @FunctionalInterface
  private interface OnCommand {
    void check(String name);
  }

  private static Stream<DynamicTest> commands(OnCommand test) {
    return CommandLines.hone().getSubcommands().values().stream()
        .map(CommandLine::getCommandName)
        .distinct()
        .map(name -> dynamicTest(name, () -> test.check(name)));
  }

  private static List<String> honeLines(String shell) {
    return Arrays.stream(shell.split("&&|\\||\"?\\$\\(|\\)\"?", -1))
        .map(String::strip)
        .filter(line -> line.startsWith("hone"))
        .toList();
  }

  /// The longest name of each option, but for those that all commands have.
  private static Set<String> options(String command) {
    return CommandLines.command(command).getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(OptionSpec::longestName)
        .collect(Collectors.toSet());
  }

  /// The lines below each command's heading.
  private static Map<String, List<String>> sections() throws IOException {
    String page = DocsPage.of("docs/reference/commands.md").proseText();
    return Arrays.stream(page.split("(?m)^" + HEADING, -1))
        .skip(1)
        .collect(
            Collectors.toMap(
                section -> section.lines().findFirst().orElseThrow().strip(),
                section -> section.lines().skip(1).toList()));
  }
}
