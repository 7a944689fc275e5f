package hone.optimise;

import java.util.Optional;

/// A patch that might be faster, and where it comes from.
///
/// @param number      from 1, its place in the run's directory
/// @param finding     id of the finding it answers; empty for a patch given by hand
/// @param source      `recipe:<name>` or `patch:<file>`
/// @param title       one line: what it changes
/// @param explanation why that should be faster, for people
public record Candidate(
    int number, Optional<String> finding, String source, String title, String explanation) {

  public Candidate {
    if (number < 1) {
      throw new IllegalArgumentException("number is not positive: " + number);
    }
  }

  /// The source without its kind: what a branch is named after.
  public String name() {
    return source.substring(source.indexOf(':') + 1);
  }
}
