package hone.gate;

import java.util.Locale;

/// Effects and probabilities as people read them: `−38.2 % [−39.9, −36.4], p = 0.0003`.
public final class EffectText {

  private EffectText() {}

  /// An effect with its sign, in percent.
  public static String percent(double effect) {
    return number(effect) + " %";
  }

  /// Both ends of an interval, in percent.
  public static String interval(double low, double high) {
    return "[" + (low <= -1 ? "−100" : number(low)) + ", " + number(high) + "]";
  }

  /// A probability, down to one in ten thousand.
  public static String probability(double p) {
    return p < 0.0001 ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", p);
  }

  /// The figures of a judgement; nothing where it has none.
  public static String figures(Judgement judgement) {
    return judgement.figures().map(EffectText::figures).orElse("");
  }

  private static String figures(Figures figures) {
    return switch (figures.design()) {
      case EXACT -> percent(figures.effect()) + ", exact";
      case BLOCKED, UNBLOCKED ->
          percent(figures.effect())
              + " "
              + interval(figures.low(), figures.high())
              + ", "
              + probability(figures.p());
    };
  }

  /// A share without sign, in percent.
  public static String share(double share) {
    return String.format(Locale.ROOT, "%.3g", share * 100).replaceFirst("\\.?0+$", "") + " %";
  }

  private static String number(double effect) {
    if (Double.isInfinite(effect)) {
      return "+∞";
    }
    double percent = effect * 100;
    String digits =
        String.format(Locale.ROOT, Math.abs(percent) < 999.95 ? "%.1f" : "%.0f", Math.abs(percent));
    String sign = digits.equals("0.0") ? "" : percent < 0 ? "−" : "+";
    return sign + digits;
  }
}
