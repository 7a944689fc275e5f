package hone.audit;

import hone.standard.Standards;
import hone.workspace.Refusal;
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

  /// Refuses fewer runs than the standards ask for.
  void requireEnough(Standards standards) throws Refusal {
    int runs = 2 * blocks;
    int needed = standards.minimumRunCount();
    if (runs < needed) {
      throw Refusal.input(
          "%s: asks for at least %d benchmark runs, %d blocks are %d: use --blocks %d"
              .formatted(standards.input(), needed, blocks, runs, (needed + 1) / 2));
    }
  }

  public static Settings defaults() {
    return new Settings(1, BLOCKS, List.of());
  }
}
