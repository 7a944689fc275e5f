package hone.audit;

import hone.collect.CollectedProfile;
import hone.finding.Circumstances;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was collected, as later stages need it.
///
/// @param profiles  raw, as the profilers wrote them
/// @param loaded    whether the service was under load meanwhile
/// @param duration  how long that load was kept up
/// @param load      that load in one line
/// @param p99Nanos  latency of all requests, where hone drove them
/// @param classes   latency by endpoint class: p99 in nanoseconds
/// @param warnings  what to know when judging the profiles
public record Recorded(
    List<CollectedProfile> profiles,
    boolean loaded,
    Optional<Duration> duration,
    String load,
    Optional<Long> p99Nanos,
    SortedMap<String, Long> classes,
    List<String> warnings) {

  public Recorded {
    profiles = List.copyOf(profiles);
    classes = new TreeMap<>(classes);
    warnings = List.copyOf(warnings);
  }

  /// How the profiles were taken, as far as they do not say themselves.
  Circumstances circumstances() {
    return new Circumstances(loaded, duration);
  }
}
