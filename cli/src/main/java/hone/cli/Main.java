package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Finds what makes a service slow, fixes it, and proves the fix.
@Command(
    name = "hone",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds what makes a service slow, fixes it, and proves the fix.",
    footer = {"", "hone COMMAND --help says more about a command."})
final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /// Runs the command that the arguments name and ends the process with its exit code.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    ProcessOutput output = new ProcessOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(output, false, UTF_8);
    PrintWriter err = new PrintWriter(new PrintStream(System.err, true, UTF_8), true, UTF_8);
    LastWords words = LastWords.ofThisProcess();
    int exitCode = ExitCode.BUG;
    try {
      exitCode = run(out, err, args);
      out.flush();
      exitCode = delivered(exitCode, output, err);
      err.flush();
    } finally {
      words.said();
    }
    System.exit(exitCode);
  }

  /// The exit code of a command whose result is no success before it has arrived.
  static int delivered(int exitCode, ProcessOutput output, PrintWriter err) {
    if (output.loss().isEmpty()) {
      return exitCode;
    }
    err.println("hone: standard output: cannot be written: " + output.loss().get());
    return exitCode == ExitCode.DONE ? ExitCode.TOOL : exitCode;
  }

  /// The whole program without the process: what it prints goes to the writers.
  ///
  /// @return one of [ExitCode]
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = new CommandLine(new Main());
    Commands.register(command, args);
    command.setOut(out);
    command.setErr(err);
    command.setAbbreviatedOptionsAllowed(false);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setUsageHelpAutoWidth(false);
    command.setParameterExceptionHandler(Failures::usage);
    command.setExecutionExceptionHandler(Failures::execution);
    return guarded(command, () -> command.execute(args));
  }

  /// Runs a command, which must not end with the exit code of a closed gate, the virtual machine's
  /// own for a failure that nobody expects.
  static int guarded(CommandLine command, IntSupplier execution) {
    try {
      return execution.getAsInt();
    } catch (Error failure) {
      return Failures.fatal(failure, command);
    }
  }

  /// Without a command there is nothing to do.
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
