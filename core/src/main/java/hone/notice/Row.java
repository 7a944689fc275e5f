package hone.notice;

import hone.gate.EffectText;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/// One benchmark and metric as the gate judged it.
///
/// @param effect new / old − 1, where there is one
/// @param low    lower end of its interval; nothing bounds it where it is absent
/// @param p      where chance has a part in it
/// @param reason may be empty
public record Row(
    String benchmark,
    String metric,
    String verdict,
    OptionalDouble effect,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble p,
    String reason) {

  private static final Set<String> CLOSING = Set.of("regressed", "missing", "failed");

  /// Whether such a verdict closes a gate, unless it was accepted.
  public boolean closes() {
    return CLOSING.contains(verdict);
  }

  boolean isUnchanged() {
    return verdict.equals("unchanged");
  }

  /// `Encode sec/op`.
  String name() {
    return metric.isEmpty() ? benchmark : benchmark + " " + metric;
  }

  /// `+18.2 % [+15.0, +21.4], p = 0.0002`, as much of it as there is.
  String figures() {
    if (effect.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(EffectText.percent(effect.getAsDouble()));
    if (p.isEmpty()) {
      return text.append(", exact").toString();
    }
    text.append(' ')
        .append(EffectText.interval(low.orElse(-1), high.orElse(Double.POSITIVE_INFINITY)))
        .append(", ")
        .append(EffectText.probability(p.getAsDouble()));
    return text.toString();
  }

  /// `regressed: Encode sec/op +18.2 % [+15.0, +21.4], p = 0.0002`.
  String sentence() {
    String figures = figures();
    String text = String.format(Locale.ROOT, "%s: %s", verdict, name());
    return text
        + (figures.isEmpty() ? "" : " " + figures)
        + (reason.isEmpty() ? "" : "; " + reason);
  }
}
