package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/// Command lines of hone that are read and not run.
final class CommandLines {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private CommandLines() {}

  /// All commands of hone.
  static CommandLine hone() {
    CommandLine all = new CommandLine(new Main());
    Commands.registerAll(all);
    all.setAbbreviatedOptionsAllowed(false);
    all.setCaseInsensitiveEnumValuesAllowed(true);
    return all;
  }

  /// One command of hone.
  static CommandLine command(String name) {
    return Objects.requireNonNull(hone().getSubcommands().get(name), name);
  }

  /// Fails unless the command and its options exist. Where a text only names a command, what the
  /// command needs may be missing.
  ///
  /// @param line begins with `hone`
  static void parse(String line) {
    List<String> words = words(line);
    assertThat(words).as(line).startsWith("hone").hasSizeGreaterThan(1);
    List<String> arguments = words.subList(1, words.size());
    try {
      hone().parseArgs(arguments.toArray(String[]::new));
    } catch (MissingParameterException named) {
      assertThat(arguments).as(named.getMessage()).hasSize(1);
    } catch (ParameterException refused) {
      throw new AssertionError(line + ": " + refused.getMessage(), refused);
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group().replaceAll("^[\"']|[\"']$", ""));
    }
    return words;
  }
}
