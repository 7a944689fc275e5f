package hone.finding;

import hone.profile.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The causes that frames stand for, by a table that comes with the program.
final class RuleTable {

  private static final String HOT = ".hot";

  private final String language;
  private final Function<Frame, String> symbol;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> advice = new HashMap<>();

  /// What a pattern is matched against.
  enum Place {
    /// Code that the application calls.
    BOUNDARY,
    /// The same, where the cost is CPU time by itself and no hint at something else.
    VISIBLE,
    /// The same as visible, and an event loop waits until it is done.
    BLOCKING,
    /// Code that happens to run.
    LEAF,
    /// The text of a line of the application that runs itself.
    LINE,
    /// The text of a line of the application that allocates itself.
    SITE
  }

  record Row(Place place, Category category, String rule, Pattern pattern) {}

  private RuleTable(String language, Function<Frame, String> symbol) {
    this.language = language;
    this.symbol = symbol;
  }

  /// The table of a language.
  ///
  /// @param symbol what the patterns are matched against
  static RuleTable of(String language, Function<Frame, String> symbol) {
    RuleTable table = new RuleTable(language, symbol);
    for (String line : lines("rules-" + language + ".txt")) {
      String[] words = line.split("\\s+", 4);
      table.rows.add(
          new Row(
              Place.valueOf(words[0].toUpperCase(Locale.ROOT)),
              Category.valueOf(words[1].toUpperCase(Locale.ROOT)),
              words[2],
              Pattern.compile(words[3])));
    }
    for (String line : lines("advice.txt")) {
      String[] words = line.split("\\s*=\\s*", 2);
      table.advice.put(words[0], words[1]);
    }
    return table;
  }

  Optional<Row> boundary(Frame frame) {
    return first(EnumSet.of(Place.BOUNDARY, Place.VISIBLE, Place.BLOCKING), symbol.apply(frame));
  }

  Optional<Row> leaf(Frame frame) {
    return first(EnumSet.of(Place.LEAF), symbol.apply(frame));
  }

  Optional<Row> line(String text) {
    return first(EnumSet.of(Place.LINE), text);
  }

  Optional<Row> site(String text) {
    return first(EnumSet.of(Place.SITE), text);
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /// What to try: by rule, else by category in this language, else by category. On a hot path a
  /// rule may have other advice than elsewhere.
  String advice(Cause cause, boolean hot) {
    String category = cause.category().text();
    return Stream.of(
            hot ? cause.rule() + HOT : cause.rule(),
            cause.rule(),
            language + "." + category,
            category)
        .filter(advice::containsKey)
        .map(advice::get)
        .findFirst()
        .orElse("");
  }

  private Optional<Row> first(Set<Place> places, String text) {
    return rows.stream()
        .filter(row -> places.contains(row.place()) && row.pattern().matcher(text).find())
        .findFirst();
  }

  private static List<String> lines(String name) {
    try (InputStream in = RuleTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such table: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
