package hone.finding;

import java.time.Duration;
import java.util.Optional;

/// How the profiles were taken, as far as they do not say themselves.
///
/// @param loaded   whether the service was under load meanwhile
/// @param duration how long was recorded; a duration in a profile stands before it
public record Circumstances(boolean loaded, Optional<Duration> duration) {

  /// Under load, for as long as the profiles say.
  public static Circumstances underLoad() {
    return new Circumstances(true, Optional.empty());
  }

  /// Nothing is known of any load.
  public static Circumstances unknown() {
    return new Circumstances(false, Optional.empty());
  }
}
