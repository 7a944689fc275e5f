package hone.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How many rows of a table are shown.
final class RowsOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private int most;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many; 0 for all (default: ${DEFAULT-VALUE}).")
  void count(int count) {
    if (count < 0) {
      throw new ParameterException(spec.commandLine(), "-n is negative: " + count);
    }
    most = count == 0 ? Integer.MAX_VALUE : count;
  }

  int most() {
    return most;
  }
}
