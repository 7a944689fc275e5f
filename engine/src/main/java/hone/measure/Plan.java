package hone.measure;

/// What is compared, and how.
///
/// @param base      full id of the baseline's commit
/// @param candidate full id of the candidate's commit
/// @param command   the shell line that runs all benchmarks once
/// @param blocks    of two runs a side, at most, before anything is run afresh
/// @param seed      decides the order of the runs
public record Plan(String base, String candidate, String command, int blocks, long seed) {

  public Plan {
    if (blocks < 1) {
      throw new IllegalArgumentException("blocks is not positive: " + blocks);
    }
  }
}
