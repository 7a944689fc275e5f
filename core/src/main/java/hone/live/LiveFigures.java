package hone.live;

import java.util.Optional;

/// What a service showed under load, each part only where it was measured.
///
/// @param process how the process got on in a second run of its own, with Clinic.js Doctor in it
public record LiveFigures(
    Optional<Traffic> traffic,
    Optional<AllocationRate> allocation,
    Optional<EventLoop> eventLoop,
    Optional<Pauses> pauses,
    Optional<ProcessFigures> process) {

  /// What hone's own profilers and load measured.
  public LiveFigures(
      Optional<Traffic> traffic,
      Optional<AllocationRate> allocation,
      Optional<EventLoop> eventLoop,
      Optional<Pauses> pauses) {
    this(traffic, allocation, eventLoop, pauses, Optional.empty());
  }

  /// Nothing was measured.
  public static LiveFigures none() {
    return new LiveFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same figures, with those of Doctor; its event loop counts where hone's own was not measured.
  public LiveFigures with(ProcessFigures doctor) {
    return new LiveFigures(
        traffic, allocation, eventLoop.or(doctor::eventLoop), pauses, Optional.of(doctor));
  }
}
