package hone.cli;

import hone.audit.Settings;
import hone.service.AgentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How runs are laid out.
final class MeasureOptions {

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the order of the runs (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--blocks",
      paramLabel = "N",
      defaultValue = "6",
      description = "Blocks of two runs a side, 3 to 15 (default: ${DEFAULT-VALUE}).")
  private int blocks;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// The settings of a run, with candidates given by hand.
  ///
  /// @param agent to ask for changes; nothing for the one of `hone.yaml`
  ///
  /// @throws ParameterException if there are too few or too many blocks
  Settings settings(Optional<AgentName> agent, List<Path> patches) {
    if (blocks < 3 || blocks > 15) {
      throw new ParameterException(
          spec.commandLine(), "--blocks is not between 3 and 15: " + blocks);
    }
    return new Settings(seed, blocks, agent, patches);
  }
}
