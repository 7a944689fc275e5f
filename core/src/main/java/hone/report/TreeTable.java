package hone.report;

import hone.input.Printable;
import hone.unit.Unit;
import hone.view.CallGraph;
import hone.view.View;
import java.util.Locale;

/// A call graph as text: each function between those that call it and those it calls.
///
/// Shares of callers and callees are of the function's cumulative value.
public final class TreeTable {

  private static final String RULE = "-".repeat(48) + "+" + "-".repeat(31);

  private TreeTable() {}

  /// The whole text.
  public static String of(Tree tree) {
    View view = tree.view();
    Unit unit = view.whole().types().get(view.type()).unit();
    StringBuilder text = new StringBuilder();
    text.append(ProfileHeading.of(view.whole(), view.type(), tree.evidence()));
    line(
        text,
        String.format(
            Locale.ROOT,
            "%11s %7s  %11s %7s      | %s",
            "flat",
            "flat%",
            "cum",
            "cum%",
            "caller, function, callee"));
    for (CallGraph.Node node : tree.nodes()) {
      text.append(RULE).append('\n');
      node.callers().forEach(edge -> edge(text, edge, node, unit));
      line(
          text,
          String.format(
              Locale.ROOT,
              "%11s %7s  %11s %7s      | %s",
              HotspotTable.quantity(node.flat(), unit),
              HotspotTable.percent(node.flat(), view.total()),
              HotspotTable.quantity(node.cumulative(), unit),
              HotspotTable.percent(node.cumulative(), view.total()),
              Printable.of(node.place().text())));
      node.callees().forEach(edge -> edge(text, edge, node, unit));
    }
    return text.append(RULE).append('\n').toString();
  }

  private static void edge(
      StringBuilder text, CallGraph.Edge edge, CallGraph.Node node, Unit unit) {
    line(
        text,
        String.format(
            Locale.ROOT,
            "%19s  %11s %7s      |     %s",
            "",
            HotspotTable.quantity(edge.value(), unit),
            HotspotTable.percent(edge.value(), node.cumulative()),
            Printable.of(edge.other().text())));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
