package hone.notice;

import hone.input.JsonText;
import hone.input.Printable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A gate's result as a report of code quality, which GitLab shows beside the lines of a merge
/// request.
///
/// @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">its
///     format</a>
public final class CodeQuality {

  private CodeQuality() {}

  /// The report: what closes the gate is major, what was accepted is for information.
  public static ArrayNode of(Notice notice) {
    ArrayNode report = JsonNodeFactory.instance.arrayNode();
    for (Row row : notice.rows()) {
      if (row.closes()) {
        ObjectNode entry =
            entry(
                "hone-" + row.verdict(),
                notice.isAccepted(row) ? "info" : "major",
                Explanation.of(notice, row));
        String fingerprint = Fingerprint.of(notice.service(), row.verdict(), row.name());
        report.add(placed(entry, fingerprint, notice.placeOf(row)));
      }
    }
    for (Budget budget : notice.budgets()) {
      if (budget.closes()) {
        ObjectNode entry =
            entry("hone-budget", "major", "budget broken: " + Printable.of(budget.name()));
        String fingerprint = Fingerprint.of(notice.service(), "budget", budget.name());
        report.add(placed(entry, fingerprint, notice.settingsPlace()));
      }
    }
    return report;
  }

  /// The same as text.
  public static String text(Notice notice) {
    return JsonText.page(of(notice));
  }

  private static ObjectNode entry(String check, String severity, String description) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("description", description)
        .put("check_name", check)
        .put("severity", severity);
  }

  private static ObjectNode placed(ObjectNode entry, String fingerprint, Place place) {
    entry.put("fingerprint", fingerprint);
    ObjectNode location = entry.putObject("location").put("path", Printable.of(place.file()));
    location.putObject("lines").put("begin", place.line());
    return entry;
  }
}
