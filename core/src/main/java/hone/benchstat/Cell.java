package hone.benchstat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One benchmark in one column.
///
/// @param warnings   about which lines went into it
/// @param baseline   middle of the first column's cell in the same row, where there is one
/// @param comparison with that cell
record Cell(
    Summary summary,
    List<String> warnings,
    Optional<Double> baseline,
    Optional<Comparison> comparison) {

  Cell {
    warnings = List.copyOf(warnings);
  }

  /// All that is to be said of the numbers themselves.
  List<String> remarks() {
    return Stream.concat(warnings.stream(), summary.warnings().stream()).toList();
  }

  /// The difference from the first column; only where there is one to compare with.
  String delta() {
    return comparison.orElseThrow().delta(baseline.orElseThrow(), summary.centre());
  }
}
