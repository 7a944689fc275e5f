package hone.audit;

import hone.service.AgentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What may be chosen for one run of the loop.
///
/// @param seed    decides every random choice
/// @param blocks  blocks of two runs a side for each candidate
/// @param agent   whom to ask for changes; nothing for the one that `hone.yaml` names
/// @param patches candidates given by hand, tried beside those of the recipes
public record Settings(long seed, int blocks, Optional<AgentName> agent, List<Path> patches) {

  /// Twelve runs a side.
  public static final int BLOCKS = 6;

  public Settings {
    if (blocks < 1) {
      throw new IllegalArgumentException("blocks is not positive: " + blocks);
    }
    patches = List.copyOf(patches);
  }

  public static Settings defaults() {
    return new Settings(1, BLOCKS, Optional.empty(), List.of());
  }
}
