package hone.claim;

import hone.finding.Category;
import hone.finding.Severity;
import hone.input.Printable;

/// A hotspot as an agent tells it; nothing of it has been checked but its form.
///
/// @param function   as in the extract
/// @param file       as in the extract
/// @param line       any number
/// @param percentage of the profile's total; any finite number
/// @param severity   carried for the record; severities are computed, never taken over
/// @param approach   advice in the agent's words, or ""
public record Claim(
    String function,
    String file,
    long line,
    double percentage,
    Category category,
    Severity severity,
    String approach) {

  private static final int SHOWN_CHARACTERS = 120;

  /// Where it says the hotspot is, fit to be shown.
  String place() {
    return Printable.of(function + " at " + file, SHOWN_CHARACTERS) + ":" + line;
  }
}
