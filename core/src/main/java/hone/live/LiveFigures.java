package hone.live;

import java.util.Optional;

/// What a service showed under load, each part only where it was measured.
public record LiveFigures(
    Optional<Traffic> traffic,
    Optional<AllocationRate> allocation,
    Optional<EventLoop> eventLoop,
    Optional<Pauses> pauses) {

  /// Nothing was measured.
  public static LiveFigures none() {
    return new LiveFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
