package hone.report;

import hone.analysis.EvidenceQuality;
import hone.input.JsonText;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was written, as the JSON document of `hone convert --json` and `hone merge --json`.
public final class WrittenDocument {

  private WrittenDocument() {}

  /// The whole document, on one line.
  ///
  /// @param notKept what the format cannot hold, and how many of it there were
  public static String of(
      String output,
      String format,
      int samples,
      EvidenceQuality evidence,
      Map<String, Long> notKept) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("output", output);
    document.put("format", format);
    document.put("samples", samples);
    document.set("evidence", ProfileFields.evidence(evidence));
    ObjectNode left = document.putObject("not_kept");
    notKept.forEach(left::put);
    return JsonText.line(document);
  }
}
