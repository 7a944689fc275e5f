package hone.finding;

import hone.analysis.SourceTree;
import hone.service.Service;
import hone.standard.Standards;
import java.time.Duration;
import java.util.Optional;

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
}
