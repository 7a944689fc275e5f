package hone.report;

import hone.view.Difference;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What changed between two profiles as the JSON document of `hone diff --json`.
public final class DiffDocument {

  private DiffDocument() {}

  /// The whole document, on one line.
  public static String of(Diff diff) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.set("base", ProfileFields.profile(diff.base().profile()));
    document.set("profile", ProfileFields.profile(diff.other().profile()));
    document.put("type", diff.base().valueType().name());
    document.put("unit", diff.base().valueType().unit().name());
    document.put("base_total", diff.base().total());
    document.put("total", diff.other().total());
    document.put("normalised", diff.normalised());
    document.set("evidence", ProfileFields.evidence(diff.evidence()));
    ArrayNode rows = document.putArray("functions");
    for (Difference row : diff.rows()) {
      ObjectNode node = rows.addObject();
      ProfileFields.place(node, row.place());
      node.put("change", row.change().name().toLowerCase(Locale.ROOT));
      node.put("base_flat", row.before().flat());
      node.put("flat", row.after().flat());
      node.put("flat_change", row.flat());
      node.put("base_cum", row.before().cumulative());
      node.put("cum", row.after().cumulative());
      node.put("cum_change", row.cumulative());
    }
    document.put("left_out", diff.leftOut());
    return JsonMapper.shared().writeValueAsString(document);
  }
}
