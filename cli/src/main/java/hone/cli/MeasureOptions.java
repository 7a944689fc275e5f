package hone.cli;

import hone.gate.Looks;
import hone.project.Settings;
import hone.service.AgentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      description = {
        "Blocks of two runs a side, at most, before changes are confirmed by fresh runs:",
        "3 to 15 (default: 15 for gate and measure, 6 for each candidate of an audit)."
      })
  private @Nullable Integer blocks;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// The settings of an audit, with candidates given by hand.
  ///
  /// @param agent to ask for changes; nothing for the one of `hone.yaml`
  /// @throws ParameterException if there are too few or too many blocks
  Settings settings(Optional<AgentName> agent, List<Path> patches) {
    return new Settings(seed, blocksOr(Settings.BLOCKS), agent, patches);
  }

  /// The settings of a measurement of two revisions.
  ///
  /// @throws ParameterException if there are too few or too many blocks
  Settings settings() {
    return new Settings(seed, blocksOr(Looks.MOST), Optional.empty(), List.of());
  }

  private int blocksOr(int unlessTold) {
    int most = blocks == null ? unlessTold : blocks;
    if (most < Looks.FEWEST || most > Looks.MOST) {
      throw new ParameterException(spec.commandLine(), "--blocks is not between 3 and 15: " + most);
    }
    return most;
  }
}
