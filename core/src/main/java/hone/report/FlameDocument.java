package hone.report;

import hone.analysis.EvidenceQuality;
import hone.flame.FlameGraph;
import hone.input.JsonText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A flame graph that was written, as the JSON document of `hone flame --json`.
public final class FlameDocument {

  private FlameDocument() {}

  /// The whole document, on one line.
  ///
  /// @param file where the page is
  public static String of(String file, FlameGraph graph, EvidenceQuality evidence) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("file", file);
    document.put("type", graph.type().name()).put("unit", graph.type().unit().name());
    document.put("total", graph.total());
    if (graph.compared()) {
      document.put("base_total", graph.baseTotal());
    } else {
      document.putNull("base_total");
    }
    document.set("evidence", ProfileFields.evidence(evidence));
    document.put("functions", graph.functionCount()).put("bars", graph.nodeCount());
    document.put("left_out", graph.leftOut());
    return JsonText.line(document);
  }
}
