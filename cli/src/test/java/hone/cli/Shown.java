package hone.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command as a page shows it, with the output it promises.
///
/// @param line     as one types it
/// @param exitCode it must end with
/// @param output   what it prints; a line `…` stands for any number of lines, `…` inside a line for
///     any text
record Shown(String line, int exitCode, List<String> output) {

  private static final Pattern EXIT = Pattern.compile("(.*\\S)\\s+# exit (\\d+)");
  private static final String PROMPT = "$ ";
  private static final String REST = "…";

  /// The commands of a block, in its order.
  static List<Shown> of(DocsPage.Block block) {
    List<String> text = block.text();
    List<Integer> starts =
        Stream.iterate(0, line -> line < text.size(), line -> line + 1)
            .filter(line -> text.get(line).startsWith(PROMPT))
            .toList();
    if (starts.isEmpty() || starts.getFirst() != 0) {
      throw new IllegalArgumentException(block.at() + ": the block does not begin with '$ '");
    }
    return starts.stream()
        .map(start -> {
          int at = starts.indexOf(start);
          int end = at + 1 < starts.size() ? starts.get(at + 1) : text.size();
          return of(text.get(start).substring(PROMPT.length()), text.subList(start + 1, end));
        })
        .toList();
  }

  private static Shown of(String line, List<String> output) {
    Matcher exit = EXIT.matcher(line);
    return exit.matches()
        ? new Shown(exit.group(1), Integer.parseInt(exit.group(2)), List.copyOf(output))
        : new Shown(line, ExitCode.DONE, List.copyOf(output));
  }

  /// Whether a real output is what the page shows.
  boolean matches(String real) {
    return pattern().matcher(real.isEmpty() || real.endsWith("\n") ? real : real + "\n").matches();
  }

  private Pattern pattern() {
    return Pattern.compile(
        output.stream()
            .map(line -> line.equals(REST) ? "(?:.*\\n)*" : inside(line) + "\\n")
            .collect(Collectors.joining()));
  }

  private static String inside(String line) {
    return Stream.of(line.split(REST, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }
}
