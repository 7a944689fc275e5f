package hone.audit;

import java.nio.file.Path;
import java.util.List;

/// What may be chosen for one run of the loop.
///
/// @param seed    decides every random choice
/// @param blocks  blocks of two runs a side for each candidate
/// @param patches candidates given by hand, tried beside those of the recipes
public record Settings(long seed, int blocks, List<Path> patches) {

  /// Twelve runs a side.
  public static final int BLOCKS = 6;

  public Settings {
    if (blocks < 1) {
      throw new IllegalArgumentException("blocks is not positive: " + blocks);
    }
    patches = List.copyOf(patches);
  }

  public static Settings defaults() {
    return new Settings(1, BLOCKS, List.of());
  }
}
