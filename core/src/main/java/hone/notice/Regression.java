package hone.notice;

import java.util.List;
import java.util.Optional;

/// A regression that closes the gate, and where to look for its reason.
///
/// @param cause  likely one, by the change; may be empty
/// @param slower functions that profiles of both sides show as slower, the most so first
/// @param places lines of the change in them, or else lines of the change
/// @param advice what an agent says of it
public record Regression(
    Row row, String cause, List<Slower> slower, List<Place> places, Optional<String> advice) {

  /// A function that got slower.
  ///
  /// @param change what it costs more, for people
  public record Slower(String function, String change) {}

  public Regression {
    slower = List.copyOf(slower);
    places = List.copyOf(places);
  }
}
