package hone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program to run: its words, where, with what, and for how long.
///
/// @param words       program and arguments; a program without `/` is looked for on the search path
/// @param environment added to what is inherited, or all there is
/// @param inheritance what it sees of the environment of this process
/// @param limit       how long [Supervisor#run] lets it run; a started program has no limit
/// @param input       file it reads as standard input, else there is nothing to read
/// @param output      file that receives all of standard output, made anew
public record Command(
    List<String> words,
    Path directory,
    Map<String, String> environment,
    Inheritance inheritance,
    Duration limit,
    Optional<Path> input,
    Optional<Path> output) {

  /// What a program sees of the environment of this process.
  public enum Inheritance {
    ALL,
    /// Nothing but the mark by which it is found again.
    NOTHING
  }

  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      throw new IllegalArgumentException("no program in the command: " + words);
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit is not positive: " + limit);
    }
  }

  /// These words in this directory, for ten minutes at most.
  public static Command of(Path directory, List<String> words) {
    return new Command(
        words,
        directory,
        Map.of(),
        Inheritance.ALL,
        DEFAULT_LIMIT,
        Optional.empty(),
        Optional.empty());
  }

  /// A line of the shell, for ten minutes at most.
  public static Command shell(String line, Path directory) {
    return of(directory, List.of("/bin/sh", "-c", line));
  }

  public Command withLimit(Duration other) {
    return new Command(words, directory, environment, inheritance, other, input, output);
  }

  public Command withInput(Path file) {
    return new Command(
        words, directory, environment, inheritance, limit, Optional.of(file), output);
  }

  public Command withOutput(Path file) {
    return new Command(words, directory, environment, inheritance, limit, input, Optional.of(file));
  }

  /// The same command with more environment; on equal names the new value holds.
  public Command withEnvironment(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return new Command(words, directory, all, inheritance, limit, input, output);
  }

  /// The same command with this environment, and nothing that this process has in its own.
  public Command withOnlyEnvironment(Map<String, String> whole) {
    return new Command(words, directory, whole, Inheritance.NOTHING, limit, input, output);
  }

  /// The command as a person would type it, for messages.
  public String line() {
    boolean shell = words.size() == 3 && words.subList(0, 2).equals(List.of("/bin/sh", "-c"));
    return shell ? words.get(2) : String.join(" ", words);
  }
}
