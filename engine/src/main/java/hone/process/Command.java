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
/// @param environment added to what is inherited
/// @param limit       how long [Supervisor#run] lets it run; a started program has no limit
/// @param output      file that receives all of standard output, made anew
public record Command(
    List<String> words,
    Path directory,
    Map<String, String> environment,
    Duration limit,
    Optional<Path> output) {

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
    return new Command(words, directory, Map.of(), DEFAULT_LIMIT, Optional.empty());
  }

  /// A line of the shell, for ten minutes at most.
  public static Command shell(String line, Path directory) {
    return of(directory, List.of("/bin/sh", "-c", line));
  }

  public Command withLimit(Duration other) {
    return new Command(words, directory, environment, other, output);
  }

  public Command withOutput(Path file) {
    return new Command(words, directory, environment, limit, Optional.of(file));
  }

  /// The same command with more environment; on equal names the new value holds.
  public Command withEnvironment(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return new Command(words, directory, all, limit, output);
  }

  /// The command as a person would type it, for messages.
  public String line() {
    boolean shell = words.size() == 3 && words.subList(0, 2).equals(List.of("/bin/sh", "-c"));
    return shell ? words.get(2) : String.join(" ", words);
  }
}
