package hone.analysis;

/// A function, or another row of a table, with its cost.
///
/// @param function   as the profile names it; empty where the row is a file
/// @param file       source path as the profiler gave it, or empty; of a function with frames in
///                   several places, the place that costs most
/// @param line       1-based line in `file`, or 0 where the profiler gave none; for a function, its
///                   costliest line
/// @param flat       value of the samples whose leaf this is, in the unit of the value type
/// @param cumulative value of the samples that have it anywhere on the stack, in the same unit
/// @param address    in the program's memory, or 0 where the row is not an address
public record Hotspot(
    String function, String file, int line, long flat, long cumulative, long address) {

  /// A function or a line of one.
  public Hotspot(String function, String file, int line, long flat, long cumulative) {
    this(function, file, line, flat, cumulative, 0);
  }
}
