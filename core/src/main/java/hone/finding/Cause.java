package hone.finding;

import java.util.Optional;

/// Why a line costs what it costs, as far as the stacks below it tell.
///
/// @param rule    row of the table that says so
/// @param visible whether CPU time by itself is the cost
/// @param also    second category, where none holds two fifths of the cost
record Cause(
    Category category,
    Confidence confidence,
    String rule,
    boolean visible,
    Optional<Category> also) {

  /// The rule where the line itself is what runs.
  static final String SELF = "application-self";

  /// The rule where foreign code runs that no table knows.
  static final String FOREIGN = "foreign-code";
}
