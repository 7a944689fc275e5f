package hone.analysis;

import java.util.OptionalLong;

/// What is known of how a profile was taken, and what the team's standards ask.
///
/// @param minimumNanos shortest recording the standards accept
/// @param load         whether the service worked meanwhile
/// @param cpuNanos     processor time the program used meanwhile; what the profile itself says stands
///                     before it
public record Circumstances(OptionalLong minimumNanos, Load load, OptionalLong cpuNanos) {

  /// Whether requests arrived while the profile was taken.
  public enum Load {
    PRESENT,
    ABSENT,
    /// Nobody said: the profile came as a file.
    UNKNOWN
  }

  /// Nothing is known and nothing asked.
  public static Circumstances unknown() {
    return new Circumstances(OptionalLong.empty(), Load.UNKNOWN, OptionalLong.empty());
  }
}
