package hone.cli;

import hone.input.FormatException;
import hone.input.JsonText;
import hone.input.Printable;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a failed command says, in one line, and the exit code that goes with it.
final class Failures {

  private static final String JSON = "--json";
  private static final Pattern PLACE = Pattern.compile("(?<input>.+):(?<at>\\d+)");

  private Failures() {}

  /// Arguments that make no sense.
  static int usage(ParameterException failure, String... args) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println("hone: " + lowerCaseFirst(text(failure)));
    if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
      command.getErr().println("try: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    if (List.of(args).contains(JSON)) {
      Told told = new Told(ExitCode.USAGE, "usage", lowerCaseFirst(text(failure)), "");
      command.getOut().println(JsonText.line(document(told)));
    }
    return ExitCode.USAGE;
  }

  /// A command that could not go on.
  static int execution(Exception failure, CommandLine command, ParseResult arguments) {
    Optional<Told> told = told(failure);
    return told.isPresent() ? tell(told.get(), command, arguments) : bug(failure, command);
  }

  /// What no command can go on after: too little memory, which is nobody's bug, or a bug.
  static int fatal(Error failure, CommandLine command) {
    if (failure instanceof OutOfMemoryError) {
      String message = "needs more memory than it may use; HONE_JAVA_OPTS=-Xmx8g allows 8 GiB";
      return tell(Told.of(ExitCode.TOOL, "tool", message), command, command.getParseResult());
    }
    return bug(failure, command);
  }

  private static int tell(Told told, CommandLine command, @Nullable ParseResult arguments) {
    command.getErr().println("hone: " + Printable.of(told.message()));
    if (arguments != null && asksForJson(arguments)) {
      command.getOut().println(JsonText.line(document(told)));
    }
    return told.exitCode();
  }

  private static int bug(Throwable failure, CommandLine command) {
    command.getErr().println("hone: this is a bug of hone; please report it with what follows");
    failure.printStackTrace(command.getErr());
    return ExitCode.BUG;
  }

  /// What to tell of a failure that the outside caused.
  ///
  /// @param input what was looked at, with the line or offset behind it where that is known
  private record Told(int exitCode, String kind, String message, String input) {

    /// Messages begin with the input's name.
    static Told of(int exitCode, String kind, String message) {
      int colon = message.indexOf(": ");
      return new Told(exitCode, kind, message, colon < 0 ? "" : message.substring(0, colon));
    }
  }

  /// Empty for a bug.
  private static Optional<Told> told(Exception failure) {
    return switch (failure) {
      case Refusal refusal ->
          switch (refusal.fault()) {
            case INPUT -> input(refusal.getMessage());
            case TOOL -> Optional.of(Told.of(ExitCode.TOOL, "tool", text(refusal)));
          };
      case FormatException bad -> input(bad.getMessage());
      case NoSuchFileException absent -> file("no such file: ", absent);
      case AccessDeniedException denied -> file("may not be read: ", denied);
      case UncheckedIOException wrapper when wrapper.getCause() != null -> told(wrapper.getCause());
      case IOException other -> Optional.of(Told.of(ExitCode.TOOL, "io", text(other)));
      default -> Optional.empty();
    };
  }

  private static Optional<Told> input(@Nullable String message) {
    return Optional.of(Told.of(ExitCode.INPUT, "input", String.valueOf(message)));
  }

  private static Optional<Told> file(String what, FileSystemException failure) {
    String file = String.valueOf(failure.getFile());
    return Optional.of(new Told(ExitCode.INPUT, "input", what + file, file));
  }

  private static String text(Exception failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private static boolean asksForJson(ParseResult arguments) {
    ParseResult last = arguments;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption(JSON);
  }

  private static ObjectNode document(Told told) {
    Matcher place = PLACE.matcher(told.input());
    boolean placed = place.matches();
    ObjectNode document = JsonMapper.shared().createObjectNode();
    ObjectNode error = document.putObject("error").put("kind", told.kind());
    error.put("message", told.message());
    error.put("input", placed ? place.group("input") : told.input());
    error.put("at", placed ? place.group("at") : null);
    return document;
  }

  /// A sentence as it goes on behind a colon; a word in capitals, such as a parameter's, stays.
  private static String lowerCaseFirst(String text) {
    boolean capitals = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return text.isEmpty() || capitals
        ? text
        : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
