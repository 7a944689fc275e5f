package hone.finding;

import hone.analysis.Circumstances;
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
    Service service, Standards standards, Conditions conditions, SourceTree tree, RuleTable rules) {

  /// How long a profile recorded, by its own word before that of others.
  Optional<Duration> duration(Charged charged) {
    return charged.durationNanos().isPresent()
        ? Optional.of(Duration.ofNanos(charged.durationNanos().getAsLong()))
        : conditions.duration();
  }

  /// What the quality of a profile's evidence is judged by.
  Circumstances evidence(Charged charged) {
    long asked = (long) (standards.minimumDuration().toNanos() * Ceiling.DURATION_SLACK);
    OptionalDouble processors = conditions.processors();
    OptionalLong lasted = charged.durationNanos();
    OptionalLong used =
        processors.isPresent() && lasted.isPresent()
            ? OptionalLong.of((long) (processors.getAsDouble() * lasted.getAsLong()))
            : OptionalLong.empty();
    Load load = conditions.loaded() ? Load.PRESENT : Load.ABSENT;
    return new Circumstances(OptionalLong.of(asked), load, used);
  }
}
