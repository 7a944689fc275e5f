package hone.benchstat;

import java.util.List;
import java.util.stream.IntStream;

/// A prefix and a number of decimals that show each of some numbers with three digits at least.
record Scale(int decimals, double factor, String prefix) {

  private static final List<Prefix> DECIMAL = decimal();
  private static final List<Prefix> BINARY = binary();
  private static final int FEWEST_DECIMALS = 3;
  private static final int MOST_DECIMALS = 10;

  /// A prefix, and from which size on three, two and one digit stand before the point.
  private record Prefix(double factor, String text, double hundred, double ten, double one) {}

  private static List<Prefix> decimal() {
    List<String> texts = List.of("T", "G", "M", "k", "", "m", "µ", "n");
    return IntStream.range(0, texts.size())
        .mapToObj(i -> {
          String power = "e" + (12 - 3 * i);
          return new Prefix(
              Double.parseDouble("1" + power),
              texts.get(i),
              Double.parseDouble("99.995" + power),
              Double.parseDouble("9.9995" + power),
              Double.parseDouble(".99995" + power));
        })
        .toList();
  }

  private static List<Prefix> binary() {
    List<String> texts = List.of("Ti", "Gi", "Mi", "Ki", "");
    return IntStream.range(0, texts.size())
        .mapToObj(i -> {
          double factor = Math.scalb(1.0, 40 - 10 * i);
          return new Prefix(
              factor, texts.get(i), 99.995 * factor, 9.9995 * factor, .99995 * factor);
        })
        .toList();
  }

  /// The scale of one number or of several, by the one nearest to zero that is not zero.
  static Scale of(List<Double> values, boolean bytes) {
    double least =
        values.stream()
            .map(Math::abs)
            .filter(value -> value != 0)
            .reduce(0.0, (one, other) -> one == 0 || other < one ? other : one);
    if (least == 0) {
      return new Scale(FEWEST_DECIMALS, 1, "");
    }
    List<Prefix> prefixes = bytes ? BINARY : DECIMAL;
    for (Prefix prefix : prefixes) {
      if (least >= prefix.one()) {
        int decimals = least >= prefix.hundred() ? 1 : least >= prefix.ten() ? 2 : 3;
        return new Scale(decimals, prefix.factor(), prefix.text());
      }
    }
    Prefix smallest = prefixes.getLast();
    int decimals = FEWEST_DECIMALS;
    while (decimals < MOST_DECIMALS
        && least / smallest.factor() < Double.parseDouble("9.9995e" + (2 - decimals))) {
      decimals++;
    }
    return new Scale(decimals, smallest.factor(), smallest.text());
  }

  String text(double value) {
    return GoNumber.fixed(value / factor, decimals) + prefix;
  }
}
