package hone.gate;

import hone.bench.Results;
import java.util.List;

/// What one block of runs gave: the results of each process, in the order they were run.
///
/// @param old       of the baseline, at least one
/// @param candidate of the candidate, at least one
public record Round(List<Results> old, List<Results> candidate) {

  public Round {
    old = List.copyOf(old);
    candidate = List.copyOf(candidate);
    if (old.isEmpty() || candidate.isEmpty()) {
      throw new IllegalArgumentException(
          "a round needs runs of both: " + old.size() + " and " + candidate.size());
    }
  }
}
