package hone.claim;

import hone.analysis.SourceTree;
import hone.finding.Finding;
import java.util.List;

/// A change that an agent is asked for.
///
/// @param finding   what is slow
/// @param tree      the revision it is of
/// @param editable  files it may edit
/// @param standards the team's own sentences
/// @param earlier   what became of earlier attempts, each a sentence or more
public record Assignment(
    Finding finding,
    SourceTree tree,
    List<String> editable,
    List<String> standards,
    List<String> earlier) {

  public Assignment {
    editable = List.copyOf(editable);
    standards = List.copyOf(standards);
    earlier = List.copyOf(earlier);
  }
}
