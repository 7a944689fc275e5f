package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.input.FormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {

  @Test
  void printsTheVersionThatTheBuildWroteDown() throws IOException {
    assertThat(Version.text()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(Run.of("--version")).isEqualTo(new Run(0, "hone " + Version.text() + "\n", ""));
  }

  @Test
  void helpNamesEveryCommand() {
    CommandLine all = new CommandLine(new Main());
    Commands.registerAll(all);

    Run help = Run.of("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(all.getSubcommands()).isNotEmpty();
    assertThat(names(all))
        .allSatisfy(name -> assertThat(help.out()).containsPattern("(?m)^  " + name + "\\b"));
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    CommandLine all = new CommandLine(new Main());
    Commands.registerAll(all);

    assertThat(names(all))
        .allSatisfy(name -> {
          Run help = Run.of(name, "--help");
          assertThat(help.exitCode()).isZero();
          assertThat(help.out()).startsWith("Usage: hone " + name).contains("Example");
        });
  }

  /// The commands' own names, without other spellings.
  private static Set<String> names(CommandLine all) {
    return all.getSubcommands().values().stream()
        .map(CommandLine::getCommandName)
        .collect(Collectors.toSet());
  }

  @Test
  void tooLittleMemoryIsNoBugAndNoClosedGate() {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new Main()).setErr(new PrintWriter(err));

    int exitCode =
        Main.guarded(
            command,
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThat(exitCode).isEqualTo(ExitCode.TOOL);
    assertThat(err.toString()).startsWith("hone: needs more memory").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, 0, 4",
    "No space left on device, 1, 1",
    "Broken pipe, 0, 0",
  })
  void aResultThatDidNotArriveIsNoSuccess(String why, int exitCode, int expected) {
    ProcessOutput output =
        new ProcessOutput(
            new OutputStream() {
              @Override
              public void write(int octet) throws IOException {
                throw new IOException(why);
              }
            });
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
    out.println("cpu: 18.5 s");
    out.flush();

    assertThat(Main.delivered(exitCode, output, new PrintWriter(err))).isEqualTo(expected);
    assertThat(err.toString())
        .isEqualTo(
            why.startsWith("No space")
                ? "hone: standard output: cannot be written: No space left on device\n"
                : "");
  }

  @Test
  void aFullDiskIsToldOfAResultThatGoesThere() throws Exception {
    Path said = Path.of("/dev/full");
    assumeTrue(Files.exists(said), "skipped: only Linux has a device that is always full");

    Process hone = Hone.started(said, "--version");

    assertThat(hone.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(hone.exitValue()).isEqualTo(ExitCode.TOOL);
  }

  @Test
  void anyOtherErrorIsABug() {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new Main()).setErr(new PrintWriter(err));

    int exitCode =
        Main.guarded(
            command,
            () -> {
              throw new StackOverflowError();
            });

    assertThat(exitCode).isEqualTo(ExitCode.BUG);
    assertThat(err.toString()).contains("this is a bug of hone", "StackOverflowError");
  }

  @Test
  void withoutACommandItSaysSoAndWhereHelpIs() {
    assertThat(Run.of())
        .isEqualTo(new Run(ExitCode.USAGE, "", "hone: no command given\ntry: hone --help\n"));
  }

  @Test
  void namesTheWordItDoesNotKnow() {
    Run run = Run.of("two words");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hone: unmatched argument at index 0: 'two words'\n");
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(Run.of("completion").out()).contains("complete -F").contains("completion");
  }

  /// picocli's own exit code for this is 1, which would read as a closed gate.
  @Test
  void aBugIsNeverTakenForAClosedGate() {
    assertThat(failed(new IllegalStateException("broken")))
        .satisfies(run -> {
          assertThat(run.exitCode()).isEqualTo(ExitCode.BUG);
          assertThat(run.err()).contains("bug of hone").contains("IllegalStateException: broken");
        });
  }

  @Test
  void badInputIsOneLineThatNamesIt() {
    assertThat(failed(new FormatException("cpu.prof", "ends early")))
        .isEqualTo(new Run(ExitCode.INPUT, "", "hone: cpu.prof: ends early\n"));
    assertThat(failed(new UncheckedIOException(new NoSuchFileException("absent.prof"))))
        .isEqualTo(new Run(ExitCode.INPUT, "", "hone: no such file: absent.prof\n"));
  }

  private static Run failed(Exception failure) {
    CommandLine command = new CommandLine(new Main());
    StringWriter err = new StringWriter();
    command.setErr(new PrintWriter(err));
    int exitCode = Failures.execution(failure, command, command.parseArgs("--version"));
    return new Run(exitCode, "", err.toString());
  }
}
