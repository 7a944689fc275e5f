package hone.optimise;

import java.util.Optional;

/// A patch that might be faster, and where it comes from.
///
/// @param number      from 1, its place in the run's directory
/// @param finding     id of the finding it answers; empty for a patch given by hand
/// @param source      `recipe:<name>`, `agent:<name>` or `patch:<file>`
/// @param title       one line: what it changes
/// @param explanation why that should be faster, for people
public record Candidate(
    int number, Optional<String> finding, String source, String title, String explanation) {

  /// How the source of an agent's change begins.
  public static final String AGENT = "agent:";

  public Candidate {
    if (number < 1) {
      throw new IllegalArgumentException("number is not positive: " + number);
    }
  }

  /// What a branch is named after: the source without its kind; of an agent's many changes, with the
  /// finding that this one answers.
  public String name() {
    String name = source.substring(source.indexOf(':') + 1);
    return source.startsWith(AGENT) ? name + finding.map(id -> "-" + id).orElse("") : name;
  }
}
