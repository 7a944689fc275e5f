package hone.report;

import hone.finding.Category;
import hone.finding.Confidence;
import hone.finding.Evidence;
import hone.finding.Finding;
import hone.finding.ProfileKind;
import hone.finding.Severity;
import hone.input.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one hotspot of a findings document.
final class HotspotReader {

  /// Percentages are rounded to three decimals.
  private static final double ROUNDING = 0.0006;

  private HotspotReader() {}

  static Finding read(JsonFields fields) throws FormatException {
    double share = fields.number("share");
    if (Math.abs(fields.number("percentage") - share * 100) > ROUNDING) {
      throw fields.failure("percentage", "is not the share times one hundred");
    }
    List<Finding.Callee> boundary = new ArrayList<>();
    for (JsonFields callee : fields.objects("boundary")) {
      boundary.add(
          callee.made(() -> new Finding.Callee(callee.text("function"), callee.number("share"))));
    }
    Finding finding =
        fields.made(() ->
            new Finding(
                fields.text("id"),
                fields.choice("profile", ProfileKind.values(), ProfileKind::text),
                fields.text("function"),
                fields.text("file"),
                Math.toIntExact(fields.whole("line")),
                share,
                fields.number("share_low"),
                fields.number("self_share"),
                fields.whole("samples"),
                fields.choice("category", Category.values(), Category::text),
                fields.optionalChoice("second_category", Category.values(), Category::text),
                fields.choice("severity", Severity.values(), Severity::text),
                fields.choice("severity_ceiling", Severity.values(), Severity::text),
                fields.texts("caveats"),
                fields.choice("confidence", Confidence.values(), Confidence::text),
                fields.choice("evidence", Evidence.values(), Evidence::text),
                fields.text("rule"),
                fields.optionalText("recipe"),
                fields.text("suggested_approach"),
                fields.texts("call_path"),
                boundary,
                fields.optionalNumber("memory_share"),
                new Finding.Impact(
                    fields.optionalNumber("allocation_rate"),
                    fields.flag("blocks_event_loop"),
                    fields.optionalText("breached_budget")),
                fields.flag("material"),
                advice(fields)));
    if (finding.lowShare() > share) {
      throw fields.failure("share_low", "is above the share");
    }
    return finding;
  }

  private static Optional<Finding.Advice> advice(JsonFields fields) throws FormatException {
    List<JsonFields> found = fields.objects("advice");
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding.Advice(found.getFirst().text("author"), found.getFirst().text("text")));
  }
}
