package hone.policy;

import hone.syntax.SourceLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The rules of one language, from a text: `verb concern form pattern`, then two blanks, `#` and
/// what it is; lines that begin with `#` are for people.
record RuleTable(List<Rule> rules) {

  private static final Pattern ROW =
      Pattern.compile("(\\w+) +([\\w-]+) +(\\w+) +(\\S.*?) {2,}# (.+)");
  private static final Map<SourceLanguage, RuleTable> SHIPPED = shipped();

  RuleTable {
    rules = List.copyOf(rules);
  }

  static RuleTable of(SourceLanguage language) {
    return Optional.ofNullable(SHIPPED.get(language)).orElseThrow();
  }

  private static Map<SourceLanguage, RuleTable> shipped() {
    Map<SourceLanguage, RuleTable> tables = new EnumMap<>(SourceLanguage.class);
    for (SourceLanguage language : SourceLanguage.values()) {
      tables.put(
          language,
          read(
              switch (language) {
                case GO -> "go.rules";
                case PYTHON -> "python.rules";
                case JAVASCRIPT, TYPESCRIPT -> "javascript.rules";
                case JAVA -> "java.rules";
              }));
    }
    return tables;
  }

  private static RuleTable read(String resource) {
    try (InputStream in = RuleTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: " + resource);
      }
      return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The rules of a text.
  ///
  /// @throws IllegalArgumentException if a line is no row, naming it
  static RuleTable parse(String name, String text) {
    List<String> lines = text.lines().toList();
    return new RuleTable(
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
            .mapToObj(i -> row(name + ":" + (i + 1), lines.get(i)))
            .toList());
  }

  private static Rule row(String place, String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new IllegalArgumentException(
          place + ": not 'verb concern form pattern  # what it is': '" + line + "'");
    }
    try {
      return new Rule(
          Rule.Verb.of(row.group(1)),
          Concern.of(row.group(2)),
          Form.of(row.group(3)),
          Pattern.compile(row.group(4), Pattern.DOTALL),
          row.group(5));
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException(place + ": " + bad.getMessage(), bad);
    }
  }
}
