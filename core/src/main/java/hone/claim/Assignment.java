package hone.claim;

import hone.analysis.SourceTree;
import hone.finding.Finding;
import java.util.List;

/// A change that an agent is asked for.
///
/// @param finding   what is slow
/// @param tree      the revision it is of
/// @param editable  files it may edit
/// @param judges    the tests and benchmarks that decide about it
/// @param standards the team's own sentences
/// @param earlier   earlier attempts, which all fell
/// @param depth     how far it may go
public record Assignment(
    Finding finding,
    SourceTree tree,
    List<String> editable,
    Judges judges,
    List<String> standards,
    List<Earlier> earlier,
    Depth depth) {

  /// An attempt that fell.
  ///
  /// @param fate  where and why, a sentence or more, with the figures where it was measured
  /// @param patch what it changed
  public record Earlier(String fate, String patch) {}

  /// How far a change is to go.
  public enum Depth {
    /// Its place in the code.
    PLACE,
    /// The design behind it: why the work is done at all.
    DESIGN
  }

  public Assignment {
    editable = List.copyOf(editable);
    standards = List.copyOf(standards);
    earlier = List.copyOf(earlier);
  }
}
