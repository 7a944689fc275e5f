package hone.report;

import hone.analysis.EvidenceQuality;
import hone.view.CallGraph;
import hone.view.View;
import java.util.List;

/// The answer to "who calls it, and whom does it call".
///
/// @param nodes in the order they are to be shown, as many as are to be shown
public record Tree(View view, EvidenceQuality evidence, List<CallGraph.Node> nodes) {

  public Tree {
    nodes = List.copyOf(nodes);
  }
}
