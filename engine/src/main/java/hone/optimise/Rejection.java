package hone.optimise;

import java.util.Locale;

/// Why a candidate was turned down.
///
/// @param reason one or more lines for people, with the figures where there are any
public record Rejection(Kind kind, String reason) {

  /// The stations a candidate can fall at, by the names other programs read.
  public enum Kind {
    POLICY,
    BUILD,
    TESTS,
    NOT_IMPROVED,
    REGRESSED_ELSEWHERE,
    SUSPICIOUS,
    FAILED;

    /// The kind of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Kind of(String name) {
      return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
  }
}
