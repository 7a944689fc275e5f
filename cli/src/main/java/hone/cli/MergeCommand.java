package hone.cli;

import hone.format.pprof.PprofReader;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Adds profiles up.
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Adds up profiles that measure the same things, and writes the sum.",
      "Profiles of different value types or periods are refused."
    },
    footer = {"", "Example: hone merge monday.prof tuesday.prof -o week.pb.gz"})
final class MergeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROFILE", arity = "1..*", description = "Profiles in any known format.")
  private List<Path> files;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the sum.")
  private @Nullable Path output;

  @Mixin private WriteOptions writing;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, Refusal {
    if (output == null) {
      throw new ParameterException(spec.commandLine(), "say with -o where to write the sum");
    }
    ProfileFiles reading = new ProfileFiles(spec, PprofReader.Uninteresting.KEPT);
    return writing.write(spec, () -> reading.sum(files), files.getFirst(), output);
  }
}
