package hone.audit;

import hone.collect.Collected;
import hone.collect.CollectedProfile;
import hone.format.Formats;
import hone.input.Source;
import hone.live.AllocationRate;
import hone.live.LiveFigures;
import hone.live.Pauses;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Optional;

/// Makes live figures of what was collected: those that profilers and load gave by themselves, and
/// those that lie in profiles.
record Observed(Formats formats) {

  LiveFigures figures(Collected collected) throws IOException {
    Optional<AllocationRate> rate = Optional.empty();
    Optional<Pauses> pauses = Optional.empty();
    for (CollectedProfile profile : collected.profiles()) {
      switch (profile.kind()) {
        case ALLOCATION -> rate = sampled(profile);
        case COMBINED -> {
          FlightFigures flight = FlightFigures.of(profile.file());
          rate = flight.allocation().isPresent() ? flight.allocation() : sampled(profile);
          pauses = Optional.of(flight.pauses());
        }
        case CPU, WAITING -> {}
      }
    }
    LiveFigures figures =
        new LiveFigures(collected.load().traffic(), rate, collected.eventLoop(), pauses);
    return collected.doctor().map(figures::with).orElse(figures);
  }

  /// The bytes of a profile in its own time; without that there is no rate.
  private Optional<AllocationRate> sampled(CollectedProfile collected) throws IOException {
    Profile profile = formats.read(Source.of(collected.file()), _ -> {});
    if (profile.type("alloc_space").isEmpty() || profile.recording().durationNanos().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        AllocationRate.of(
            profile.total(profile.type("alloc_space").getAsInt()),
            profile.recording().durationNanos().getAsLong(),
            AllocationRate.Source.SAMPLED));
  }
}
