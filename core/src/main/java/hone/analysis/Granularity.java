package hone.analysis;

/// What is one row of a table of hotspots.
public enum Granularity {
  /// A function, whatever its lines.
  FUNCTIONS,
  /// A function at one line of one file.
  LINES
}
