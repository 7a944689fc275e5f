package hone.deliver;

import java.time.Duration;

/// How long hone waits for a forge.
///
/// @param answer for one answer
/// @param pause  before it asks again, twice as long each time
/// @param limit  for a rate limit to open, or a pushed branch to be seen, in all
public record Patience(Duration answer, Duration pause, Duration limit) {

  /// What is right for forges on the internet.
  public static Patience defaults() {
    return new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(60));
  }
}
