package hone.cli;

import hone.schema.DocumentSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the schema of a document that hone writes.
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema of a document that hone writes.",
    footer = {"", "Example: hone schema findings --strict"})
final class SchemaCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "One of: ${COMPLETION-CANDIDATES}.")
  private DocumentSchema name;

  @Option(
      names = "--strict",
      description = "The form that interfaces of models take: no optional keys, null instead.")
  private boolean strict;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(strict ? name.strict() : name.open());
    return ExitCode.DONE;
  }
}
