package hone.analysis;

/// What is one row of a table of hotspots, by pprof's words.
public enum Granularity {
  /// A function, whatever its lines.
  FUNCTIONS,
  /// A function in one file.
  FILEFUNCTIONS,
  /// A source file.
  FILES,
  /// A function at one line of one file.
  LINES,
  /// A function at one address of the program.
  ADDRESSES
}
