package hone.gate;

import java.util.Arrays;
import java.util.List;

/// A few runs of both revisions, close together in time and in random order.
///
/// The drift of the machine is about the same for all runs of a block, and any order of them was
/// equally likely: that, and nothing else, is what the exact test rests on.
///
/// @param old       one measurement for each run of the baseline, in the order they were run
/// @param candidate one measurement for each run of the candidate, in the order they were run
public record Block(List<Double> old, List<Double> candidate) {

  public Block {
    old = List.copyOf(old);
    candidate = List.copyOf(candidate);
    if (old.isEmpty() || candidate.isEmpty()) {
      throw new IllegalArgumentException(
          "a block needs runs of both: " + old.size() + " and " + candidate.size());
    }
    for (List<Double> side : List.of(old, candidate)) {
      for (double value : side) {
        if (!Double.isFinite(value) || value < 0) {
          throw new IllegalArgumentException("impossible measurement: " + value);
        }
      }
    }
  }

  /// The same from plain numbers.
  public static Block of(double[] old, double[] candidate) {
    return new Block(
        Arrays.stream(old).boxed().toList(), Arrays.stream(candidate).boxed().toList());
  }
}
