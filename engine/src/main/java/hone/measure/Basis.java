package hone.measure;

/// What of the runs a verdict rests on.
public enum Basis {
  /// What the benchmarks measured.
  RESULTS,
  /// The processor time of whole runs as well.
  RESULTS_AND_CPU
}
