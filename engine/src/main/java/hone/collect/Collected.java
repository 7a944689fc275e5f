package hone.collect;

import hone.live.EventLoop;
import hone.load.LoadReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a collection brought.
///
/// @param profiles   at least one
/// @param load       what the service was under while they were taken
/// @param processors how many processors the service kept busy meanwhile, where the system tells
/// @param eventLoop  how the service's event loop got on meanwhile, where it has one
/// @param warnings   what to know when judging them, one sentence each
public record Collected(
    List<CollectedProfile> profiles,
    LoadReport load,
    OptionalDouble processors,
    Optional<EventLoop> eventLoop,
    List<String> warnings) {

  public Collected {
    profiles = List.copyOf(profiles);
    warnings = List.copyOf(warnings);
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("no profile was collected");
    }
  }
}
