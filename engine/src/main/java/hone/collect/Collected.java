package hone.collect;

import hone.load.LoadReport;
import java.util.List;

/// What a collection brought.
///
/// @param profiles at least one
/// @param load     what the service was under while they were taken
/// @param warnings what to know when judging them, one sentence each
public record Collected(List<CollectedProfile> profiles, LoadReport load, List<String> warnings) {

  public Collected {
    profiles = List.copyOf(profiles);
    warnings = List.copyOf(warnings);
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("no profile was collected");
    }
  }
}
