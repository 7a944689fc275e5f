package hone.report;

import hone.input.JsonText;
import hone.view.CallGraph;
import hone.view.View;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A call graph as the JSON document of `hone tree --json` and `hone peek --json`.
public final class TreeDocument {

  private TreeDocument() {}

  /// The whole document, on one line.
  public static String of(Tree tree) {
    View view = tree.view();
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.set("profile", ProfileFields.profile(view.whole()));
    document.put("type", view.whole().types().get(view.type()).name());
    document.put("unit", view.whole().types().get(view.type()).unit().name());
    document.put("total", view.total());
    document.set("evidence", ProfileFields.evidence(tree.evidence()));
    ArrayNode nodes = document.putArray("nodes");
    for (CallGraph.Node node : tree.nodes()) {
      ObjectNode row = nodes.addObject();
      ProfileFields.place(row, node.place());
      row.put("flat", node.flat());
      row.put("flat_percentage", ProfileFields.percentage(node.flat(), view.total()));
      row.put("cum", node.cumulative());
      row.put("cum_percentage", ProfileFields.percentage(node.cumulative(), view.total()));
      edges(row.putArray("callers"), node.callers());
      edges(row.putArray("callees"), node.callees());
    }
    return JsonText.line(document);
  }

  private static void edges(ArrayNode list, List<CallGraph.Edge> edges) {
    for (CallGraph.Edge edge : edges) {
      ObjectNode row = list.addObject();
      ProfileFields.place(row, edge.other());
      row.put("value", edge.value());
    }
  }
}
