package hone.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the script that teaches a shell to complete hone's commands and options.
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints the script that lets bash or zsh complete commands and options.",
    footer = {"", "Example: eval \"$(hone completion)\""})
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine all = new CommandLine(new Main());
    Commands.registerAll(all);
    spec.commandLine().getOut().print(AutoComplete.bash("hone", all));
    return ExitCode.DONE;
  }
}
