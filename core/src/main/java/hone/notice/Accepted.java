package hone.notice;

import hone.gate.EffectText;
import java.util.Locale;
import java.util.OptionalDouble;

/// What would have closed the gate, had the team not accepted it.
///
/// @param upTo    share that was accepted, where the verdict is of a number
/// @param expires a date
/// @param place   of the words in the repository, for people
public record Accepted(
    String benchmark,
    String metric,
    String verdict,
    OptionalDouble effect,
    OptionalDouble upTo,
    String reason,
    String owner,
    String expires,
    String place) {

  boolean is(Row row) {
    return row.benchmark().equals(benchmark)
        && row.metric().equals(metric)
        && row.verdict().equals(verdict);
  }

  /// Whether it is no worse than what was accepted, and somebody answers for it.
  public boolean isWithinItsLimit() {
    boolean told = !owner.isBlank() && !reason.isBlank() && !expires.isBlank();
    boolean within =
        !verdict.equals("regressed")
            || (upTo.isPresent()
                && effect.isPresent()
                && Math.abs(effect.getAsDouble()) <= upTo.getAsDouble());
    return told && within;
  }

  /// `20 %`.
  String limit() {
    return upTo.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%.4g", upTo.getAsDouble() * 100).replaceFirst("\\.?0+$", "")
            + " %";
  }

  /// `Encode sec/op +12.0 %, by payments until 2027-01-31: every field is validated now`.
  public String sentence() {
    String change = effect.isEmpty() ? verdict : EffectText.percent(effect.getAsDouble());
    return "%s %s %s, by %s until %s: %s"
        .formatted(benchmark, metric, change, owner, expires, reason);
  }
}
