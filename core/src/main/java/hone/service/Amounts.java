package hone.service;

import hone.unit.Quantity;
import hone.unit.QuantityText;
import hone.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the amounts that `hone.yaml` holds; what is not an amount fails with its form.
final class Amounts {

  private static final Pattern DURATION = Pattern.compile("(?:\\d+(?:\\.\\d+)?\\s*\\p{L}+\\s*)+");
  private static final Pattern DURATION_PIECE = Pattern.compile("\\d+(?:\\.\\d+)?\\s*\\p{L}+");
  private static final Pattern RATE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*/\\s*(s|sec|second|min|minute|h|hour)");
  private static final Pattern COUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([kKMG]?)");
  private static final Pattern MONEY =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(\\p{Upper}{3})");

  private Amounts() {}

  /// One or more numbers with units, added up: `30s`, `1m30s`; `0s` is allowed.
  static Duration duration(String text) {
    String stripped = text.strip();
    if (stripped.matches("0+")) {
      return Duration.ZERO;
    }
    if (!DURATION.matcher(stripped).matches()) {
      throw new IllegalArgumentException("not a duration such as 30s or 5m: \"" + text + "\"");
    }
    double nanos = 0;
    Matcher piece = DURATION_PIECE.matcher(stripped);
    while (piece.find()) {
      nanos += nanoseconds(piece.group(), text);
    }
    if (nanos > 1e18) {
      throw new IllegalArgumentException("longer than 31 years: \"" + text + "\"");
    }
    return Duration.ofNanos(Math.round(nanos));
  }

  private static double nanoseconds(String piece, String text) {
    Optional<Quantity> quantity =
        QuantityText.read(piece).filter(found -> found.unit().equals(Unit.NANOSECONDS));
    return quantity
        .map(Quantity::value)
        .orElseThrow(() ->
            new IllegalArgumentException("not a duration such as 30s or 5m: \"" + text + "\""));
  }

  /// `200/s`, `90/min` or `auto`.
  static Rate rate(String text) {
    if (text.strip().equals("auto")) {
      return new Rate.Auto();
    }
    Matcher rate = RATE.matcher(text.strip());
    if (!rate.matches()) {
      throw new IllegalArgumentException("not a rate such as 200/s or auto: \"" + text + "\"");
    }
    double number = Double.parseDouble(rate.group(1));
    return switch (rate.group(2).charAt(0)) {
      case 'm' -> new Rate.Constant(number / 60);
      case 'h' -> new Rate.Constant(number / 3600);
      default -> new Rate.Constant(number);
    };
  }

  /// A whole number, with thousands and millions as letters: `2M`, `200k`, `1500`.
  static long count(String text) {
    Matcher count = COUNT.matcher(text.strip());
    if (!count.matches()) {
      throw new IllegalArgumentException("not a count such as 200k or 2M: \"" + text + "\"");
    }
    long factor =
        switch (count.group(2).toLowerCase(Locale.ROOT)) {
          case "k" -> 1_000L;
          case "m" -> 1_000_000L;
          case "g" -> 1_000_000_000L;
          default -> 1L;
        };
    try {
      return new BigDecimal(count.group(1)).multiply(BigDecimal.valueOf(factor)).longValueExact();
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException("not a whole number: \"" + text + "\"", notWhole);
    }
  }

  /// `5 USD`.
  static Money money(String text) {
    Matcher money = MONEY.matcher(text.strip());
    if (!money.matches()) {
      throw new IllegalArgumentException("not an amount such as 5 USD: \"" + text + "\"");
    }
    return new Money(new BigDecimal(money.group(1)), money.group(2));
  }
}
