package hone.benchstat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the values of a key are sorted.
sealed interface Order {

  /// By first appearance.
  record First() implements Order {}

  /// As listed; other values are left out.
  record Fixed(List<String> values) implements Order {
    public Fixed {
      values = List.copyOf(values);
    }
  }

  /// By the alphabet.
  record Alphabetic() implements Order {}

  /// By number; `2k` and `1Mi` are numbers, and what is none comes last.
  record Numeric() implements Order {

    private static final String PREFIXES = "KMGTPEZY";
    private static final Pattern SUFFIXED =
        Pattern.compile("([+-]?[0-9.]+)([k" + PREFIXES + "]i?)?[bB]?");

    static int compare(String one, String other) {
      OptionalDouble first = number(one);
      OptionalDouble second = number(other);
      if (first.isEmpty() || second.isEmpty()) {
        return Boolean.compare(first.isEmpty(), second.isEmpty());
      }
      return Double.compare(first.getAsDouble() + 0.0, second.getAsDouble() + 0.0);
    }

    private static OptionalDouble number(String text) {
      OptionalDouble plain = plain(text);
      Matcher matcher = SUFFIXED.matcher(text);
      if (plain.isPresent() || !matcher.matches()) {
        return plain;
      }
      OptionalDouble number = plain(matcher.group(1));
      String prefix = matcher.group(2) == null ? "" : matcher.group(2);
      if (number.isEmpty() || prefix.isEmpty()) {
        return number;
      }
      int power = 1 + PREFIXES.indexOf(Character.toUpperCase(prefix.charAt(0)));
      double base = prefix.endsWith("i") ? 1024 : 1000;
      return OptionalDouble.of(number.getAsDouble() * Math.pow(base, power));
    }

    private static OptionalDouble plain(String text) {
      try {
        return OptionalDouble.of(GoNumber.any(text));
      } catch (GoNumber.NoNumber none) {
        return OptionalDouble.empty();
      }
    }
  }

  /// Compares values that differ.
  ///
  /// @param seen the order in which they came
  default Comparator<String> comparator(Map<String, Integer> seen) {
    return switch (this) {
      case First first -> Comparator.comparingInt(value -> seen.getOrDefault(value, 0));
      case Fixed fixed -> Comparator.comparingInt(fixed.values()::lastIndexOf);
      case Alphabetic alphabetic -> Comparator.naturalOrder();
      case Numeric numeric -> Numeric::compare;
    };
  }
}
