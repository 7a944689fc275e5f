package hone.view;

import hone.input.BoundedPattern;
import hone.profile.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses samples by a label, in pprof's three forms: `REGEX[,REGEX]` on `key:value`,
/// `KEY=REGEX[,REGEX]` on the value, and ranges of numbers, `32kb`, `:64kb`, `4mb:`, `1ms:5ms`.
public sealed interface TagFilter {

  /// A sample with a text that every expression finds, or under a key one that any finds.
  record Texts(Optional<String> key, List<BoundedPattern> patterns) implements TagFilter {

    public Texts {
      patterns = List.copyOf(patterns);
    }
  }

  /// A sample with a number in a range, both ends included.
  ///
  /// @param unit as pprof names it, or empty
  record Range(Optional<String> key, double least, double most, String unit) implements TagFilter {}

  /// Reads a filter as people write it.
  ///
  /// @throws BoundedPattern.ExpressionException if an expression in it cannot be read
  static TagFilter of(String text) {
    int equals = text.indexOf('=');
    // An empty key is none, as in pprof.
    Optional<String> key = equals <= 0 ? Optional.empty() : Optional.of(text.substring(0, equals));
    String value = text.substring(equals + 1);
    Optional<TagFilter> range = Ranges.of(key, value);
    if (range.isPresent()) {
      return range.get();
    }
    List<BoundedPattern> patterns = new ArrayList<>();
    for (String part : value.split(",", -1)) {
      patterns.add(BoundedPattern.of(part));
    }
    return new Texts(key, patterns);
  }

  /// Whether a sample with these labels is chosen.
  ///
  /// @param units the unit of each key of numbers
  default boolean chooses(List<Label> labels, Map<String, String> units) {
    return switch (this) {
      case Texts texts -> texts.key.isPresent() ? any(texts, labels) : every(texts, labels);
      case Range range -> inside(range, labels, units);
    };
  }

  private static boolean every(Texts texts, List<Label> labels) {
    return texts.patterns.stream()
        .allMatch(pattern ->
            labels.stream()
                .anyMatch(label ->
                    label instanceof Label.Text text
                        && pattern.finds(text.key() + ":" + text.text())));
  }

  private static boolean any(Texts texts, List<Label> labels) {
    return labels.stream()
        .anyMatch(label ->
            label instanceof Label.Text text
                && texts.key.equals(Optional.of(text.key()))
                && texts.patterns.stream().anyMatch(pattern -> pattern.finds(text.text())));
  }

  private static boolean inside(Range range, List<Label> labels, Map<String, String> units) {
    for (Label label : labels) {
      if (label instanceof Label.Amount amount
          && (range.key.isEmpty() || range.key.get().equals(amount.key()))) {
        String unit = units.getOrDefault(amount.key(), "");
        TagUnit.Amount scaled = TagUnit.scaled(amount.number(), unit, range.unit);
        if (scaled.unit().equals(range.unit)
            && scaled.value() >= range.least
            && scaled.value() <= range.most) {
          return true;
        }
      }
    }
    return false;
  }

  /// The form of ranges.
  final class Ranges {

    private static final String END = "([+-]?\\d{1,18})([A-Za-z]*)";
    private static final Pattern FORM = Pattern.compile("(?:%s)?(:?)(?:%s)?".formatted(END, END));

    private Ranges() {}

    static Optional<TagFilter> of(Optional<String> key, String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches() || (form.group(1) == null && form.group(4) == null)) {
        return Optional.empty();
      }
      boolean open = !form.group(3).isEmpty();
      if (!open && form.group(1) != null && form.group(4) != null) {
        // Such as 4f2, a part of some id, not a range from 4f to 2.
        return Optional.empty();
      }
      Optional<TagUnit.Amount> first = end(form, 1, "");
      Optional<TagUnit.Amount> last = end(form, 4, first.map(TagUnit.Amount::unit).orElse(""));
      if (first.isPresent() && last.isPresent() && !first.get().unit().equals(last.get().unit())) {
        return Optional.empty();
      }
      String unit = first.or(() -> last).orElseThrow().unit();
      double least = first.map(TagUnit.Amount::value).orElse(Double.NEGATIVE_INFINITY);
      double most = last.map(TagUnit.Amount::value).orElse(open ? Double.POSITIVE_INFINITY : least);
      return Optional.of(new Range(key, least, most, unit));
    }

    private static Optional<TagUnit.Amount> end(Matcher form, int group, String unit) {
      String number = form.group(group);
      if (number == null) {
        return Optional.empty();
      }
      String own = form.group(group + 1);
      return Optional.of(TagUnit.scaled(Long.parseLong(number), own, unit.isEmpty() ? own : unit));
    }
  }
}
