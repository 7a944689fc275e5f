package hone.cli;

import hone.project.Listener;
import picocli.CommandLine.Model.CommandSpec;

/// Where a command's progress is shown.
final class Screens {

  private Screens() {}

  /// Lines of ended stages are results, but not where the result is JSON.
  static Listener listener(CommandSpec spec, boolean json) {
    return new ProgressLines(
        json ? spec.commandLine().getErr() : spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        Terminal.current());
  }
}
