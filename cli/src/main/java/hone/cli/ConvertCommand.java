package hone.cli;

import hone.format.pprof.PprofReader;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a profile in another format.
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a profile of any known format as pprof, speedscope, OTLP or collapsed stacks.",
      "Says what the format cannot hold, and how much of it there was."
    },
    footer = {"", "Example: hone convert recording.jfr cpu.pb.gz"})
final class ConvertCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "IN", description = "A profile in any known format.")
  private Path input;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private Path output;

  @Mixin private WriteOptions writing;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, Refusal {
    ProfileFiles reading = new ProfileFiles(spec, PprofReader.Uninteresting.KEPT);
    return writing.write(spec, () -> reading.one(input), input, output);
  }
}
