package hone.report;

import hone.analysis.EvidenceQuality;
import hone.contrast.Contrast;
import hone.contrast.Row;
import hone.contrast.Ruling;
import java.util.List;
import java.util.Optional;

/// The answer to "what changed between two sides of profiles".
///
/// @param normalised whether the values of the other side were brought to the total of the base
/// @param evidence   of the worst of the profiles
/// @param notes      what a reader should know of how they were compared, each a phrase
/// @param rows       in the order they are to be shown, as many as are to be shown
/// @param leftOut    how many rows that differ are not shown
/// @param guard      what came of a limit on growth, where one was set
public record Diff(
    Contrast contrast,
    boolean normalised,
    EvidenceQuality evidence,
    List<String> notes,
    List<Row> rows,
    int leftOut,
    Optional<Guard> guard) {

  /// A limit on growth, and what came of it.
  ///
  /// @param limit share of the base's total
  public record Guard(double limit, Ruling ruling) {}

  public Diff {
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }
}
