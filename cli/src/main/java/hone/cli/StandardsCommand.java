package hone.cli;

import hone.input.Source;
import hone.report.StandardsDocument;
import hone.report.StandardsTable;
import hone.standard.Standards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what hone understood of the team's standards.
@Command(
    name = "standards",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what hone understood of the section 'Performance Engineering Standards', line by line.",
      "A line that reads like a budget or a rule and cannot be understood is an error."
    },
    footer = {"", "Example: hone standards AGENTS.md"})
final class StandardsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "AGENTS.md",
      description = "The file (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Standards standards = Standards.read(Source.of(file));
    if (json) {
      spec.commandLine().getOut().println(StandardsDocument.of(standards));
    } else {
      spec.commandLine().getOut().print(StandardsTable.of(standards));
    }
    return ExitCode.DONE;
  }
}
