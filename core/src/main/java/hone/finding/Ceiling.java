package hone.finding;

import hone.analysis.Anchor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The worst severity that the circumstances of a profile allow, and why.
///
/// @param caveats each a phrase
record Ceiling(Severity severity, List<String> caveats) {

  /// Fewest samples that a severity above medium may rest on.
  private static final long FEWEST_SAMPLES = 25;

  /// Profilers stop a little early; a recording this near its minimum is long enough.
  static final double DURATION_SLACK = 0.95;

  Ceiling {
    caveats = List.copyOf(caveats);
  }

  /// The ceiling of a finding.
  ///
  /// @param raised whether the service breaks a budget that the finding is a part of
  static Ceiling of(Scope scope, Charged charged, Anchor anchor, boolean raised) {
    List<String> caveats = new ArrayList<>();
    Severity ceiling = Severity.CRITICAL;
    if (!scope.conditions().loaded()) {
      caveats.add("recorded without load");
      ceiling = Severity.HIGH;
    }
    Optional<Duration> duration = scope.duration(charged);
    Duration minimum = scope.standards().minimumDuration();
    if (duration.isEmpty() || duration.get().toNanos() < minimum.toNanos() * DURATION_SLACK) {
      caveats.add(
          duration.map(known -> "recorded " + seconds(known)).orElse("recorded for unknown time")
              + " of at least "
              + seconds(minimum));
      ceiling = Severity.HIGH;
    }
    if (anchor.sampleCount() < FEWEST_SAMPLES) {
      caveats.add("fewer than " + FEWEST_SAMPLES + " samples");
      ceiling = Severity.MEDIUM;
    }
    return new Ceiling(ceiling.within(worst(charged.source().kind(), raised)), caveats);
  }

  /// The same for a finding that is left alone.
  Ceiling lowest(String why) {
    List<String> more = new ArrayList<>(caveats);
    more.add(why);
    return new Ceiling(Severity.LOW, more);
  }

  /// The same, with something more to know.
  Ceiling noting(String caveat) {
    List<String> more = new ArrayList<>(caveats);
    more.add(caveat);
    return new Ceiling(severity, more);
  }

  /// Bytes and waiting are no processor time: they matter more than moderately only where the
  /// service breaks a budget by them.
  private static Severity worst(ProfileKind kind, boolean raised) {
    return switch (kind) {
      case CPU, EVENT_LOOP -> Severity.CRITICAL;
      case MEMORY, GOROUTINE -> raised ? Severity.HIGH : Severity.MEDIUM;
    };
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
  }
}
