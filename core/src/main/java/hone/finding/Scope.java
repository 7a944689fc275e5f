package hone.finding;

import hone.analysis.Circumstances.Load;
import hone.analysis.SourceTree;
import hone.service.Service;
import hone.standard.Standards;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the profiles are judged against.
record Scope(
    Service service,
    Standards standards,
    Circumstances circumstances,
    SourceTree tree,
    RuleTable rules) {

  /// How long a profile recorded, by its own word before that of others.
  Optional<Duration> duration(Charged charged) {
    return charged.durationNanos().isPresent()
        ? Optional.of(Duration.ofNanos(charged.durationNanos().getAsLong()))
        : circumstances.duration();
  }

  /// What the quality of a profile's evidence is judged by.
  hone.analysis.Circumstances evidence(Charged charged) {
    long asked = (long) (standards.minimumDuration().toNanos() * Ceiling.DURATION_SLACK);
    OptionalDouble processors = circumstances.processors();
    OptionalLong lasted = charged.durationNanos();
    OptionalLong used =
        processors.isPresent() && lasted.isPresent()
            ? OptionalLong.of((long) (processors.getAsDouble() * lasted.getAsLong()))
            : OptionalLong.empty();
    Load load = circumstances.loaded() ? Load.PRESENT : Load.ABSENT;
    return new hone.analysis.Circumstances(OptionalLong.of(asked), load, used);
  }
}
