package hone.project;

import hone.gate.Looks;
import hone.service.AgentName;
import hone.standard.Standards;
import hone.workspace.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What may be chosen for one run of the loop.
///
/// @param seed    decides every random choice
/// @param blocks  of two runs a side, at most, before anything is run afresh; from 3 to 15
/// @param agent   whom to ask for changes; nothing for the one that `hone.yaml` names
/// @param patches candidates given by hand, tried beside those of the recipes
public record Settings(long seed, int blocks, Optional<AgentName> agent, List<Path> patches) {

  /// Twelve runs a side for each candidate.
  public static final int BLOCKS = 6;

  public Settings {
    if (blocks < Looks.FEWEST || blocks > Looks.MOST) {
      throw new IllegalArgumentException("blocks are not between 3 and 15: " + blocks);
    }
    patches = List.copyOf(patches);
  }

  /// Refuses fewer runs than the standards ask for.
  public void requireEnough(Standards standards) throws Refusal {
    int runs = 2 * blocks;
    int needed = standards.minimumRunCount();
    if (runs < needed) {
      throw Refusal.input(
          "%s: asks for at least %d benchmark runs, %d blocks are %d: use --blocks %d"
              .formatted(standards.input(), needed, blocks, runs, (needed + 1) / 2));
    }
  }

  public static Settings defaults() {
    return new Settings(1, BLOCKS, Optional.empty(), List.of());
  }
}
