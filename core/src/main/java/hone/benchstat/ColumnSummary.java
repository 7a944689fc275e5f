package hone.benchstat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The last row of a table in one column: geometric means of its numbers, and of their ratios.
record ColumnSummary(OptionalDouble mean, OptionalDouble ratio, List<String> warnings) {

  ColumnSummary {
    warnings = List.copyOf(warnings);
  }

  /// Of the cells of a column, from the top.
  ///
  /// @param baselines how many cells the first column has; empty for that column itself
  static ColumnSummary of(List<Cell> cells, Optional<Integer> baselines) {
    List<Double> ratios = new ArrayList<>();
    boolean divides = true;
    for (Cell cell : cells) {
      if (cell.baseline().isPresent()) {
        double base = cell.baseline().get();
        double centre = cell.summary().centre();
        divides &= base != 0 || centre == base;
        ratios.add(centre == base ? 1 : base == 0 ? 0 : centre / base);
      }
    }
    List<String> warnings = new ArrayList<>();
    if (baselines.isPresent() && baselines.get() != ratios.size()) {
      warnings.add("benchmark set differs from baseline; geomeans may not be comparable");
    }
    OptionalDouble mean = mean(cells.stream().map(cell -> cell.summary().centre()).toList());
    if (mean.isEmpty()) {
      warnings.add("summaries must be >0 to compute geomean");
    }
    OptionalDouble ratio = OptionalDouble.empty();
    if (baselines.isPresent() && divides) {
      ratio = mean(ratios);
      if (ratio.isEmpty()) {
        warnings.add("ratios must be >0 to compute geomean");
      }
    }
    return new ColumnSummary(mean, ratio, warnings);
  }

  /// The change of the ratio, in per cent; `?` where there is none.
  String change() {
    return ratio.isPresent() ? GoNumber.signed((ratio.getAsDouble() - 1) * 100, 2) + "%" : "?";
  }

  /// By a running mean of logarithms, whose last digits are then benchstat's.
  private static OptionalDouble mean(List<Double> values) {
    double mean = 0;
    int count = 0;
    for (double value : values) {
      if (!(value > 0)) {
        return OptionalDouble.empty();
      }
      count++;
      mean += (StrictMath.log(value) - mean) / count;
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(GoExp.of(mean));
  }
}
