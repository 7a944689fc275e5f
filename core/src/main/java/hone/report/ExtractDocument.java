package hone.report;

import hone.claim.Extract;
import hone.input.JsonText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An extract as the JSON document of `hone analyse --budget --json`.
public final class ExtractDocument {

  private ExtractDocument() {}

  /// The whole document, on one line.
  ///
  /// @param tokens the budget that it was made for
  public static String of(Extract extract, int tokens) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("budget", tokens);
    document.put("tokens", extract.tokens());
    document.set("evidence", EvidenceDocument.of(extract.evidence()));
    document.put("extract", extract.text());
    ArrayNode leftOut = document.putArray("left_out");
    extract.leftOut().forEach(leftOut::add);
    return JsonText.line(document);
  }
}
