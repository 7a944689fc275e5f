package hone.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with counters in it: `/orders/${n:1..500}`.
///
/// A counter gives the whole numbers of its range in turn, and begins again after the last. Other
/// uses of `${…}` (such as `${PORT}`) are left as they are.
public record Template(List<Part> parts) {

  private static final Pattern COUNTER =
      Pattern.compile("\\$\\{(\\w+):(-?\\d{1,18})\\.\\.(-?\\d{1,18})}");
  private static final Pattern COUNTER_LIKE = Pattern.compile("\\$\\{\\w+:[^}]*}?");

  public Template {
    parts = List.copyOf(parts);
  }

  /// A piece of a template.
  public sealed interface Part {
    /// Text that is the same in every turn.
    record Literal(String text) implements Part {}

    /// Whole numbers in turn.
    ///
    /// @param first smallest number
    /// @param last  largest number, itself included
    record Counter(String name, long first, long last) implements Part {
      public Counter {
        if (last < first) {
          throw new IllegalArgumentException(
              "counter runs backwards: \"${%s:%d..%d}\"".formatted(name, first, last));
        }
      }
    }
  }

  /// Reads the counters out of a text.
  ///
  /// @throws IllegalArgumentException if something begins like a counter and is not one
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher counter = COUNTER.matcher(text);
    int from = 0;
    while (counter.find()) {
      literal(text.substring(from, counter.start()), parts);
      parts.add(
          new Part.Counter(
              counter.group(1),
              Long.parseLong(counter.group(2)),
              Long.parseLong(counter.group(3))));
      from = counter.end();
    }
    literal(text.substring(from), parts);
    return new Template(parts);
  }

  private static void literal(String text, List<Part> parts) {
    Matcher broken = COUNTER_LIKE.matcher(text);
    if (broken.find()) {
      throw new IllegalArgumentException(
          "not a counter such as ${n:1..500}: \"" + broken.group() + "\"");
    }
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text));
    }
  }

  /// The text of one turn.
  ///
  /// @param turn counts from 0
  public String text(long turn) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal literal -> text.append(literal.text());
        case Part.Counter counter -> text.append(number(counter, turn));
      }
    }
    return text.toString();
  }

  private static long number(Part.Counter counter, long turn) {
    long span = Math.addExact(Math.subtractExact(counter.last(), counter.first()), 1);
    return counter.first() + Math.floorMod(turn, span);
  }

  /// The text it was read from.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal literal -> text.append(literal.text());
        case Part.Counter counter ->
            text.append("${%s:%d..%d}".formatted(counter.name(), counter.first(), counter.last()));
      }
    }
    return text.toString();
  }
}
