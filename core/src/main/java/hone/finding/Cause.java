package hone.finding;

import java.util.Optional;

/// Why a line costs what it costs, as far as the stacks below it tell.
///
/// @param rule     row of the table that says so
/// @param visible  whether CPU time by itself is the cost
/// @param blocking whether an event loop waits meanwhile
/// @param also     second category, where none holds two fifths of the cost
record Cause(
    Category category,
    Confidence confidence,
    String rule,
    boolean visible,
    boolean blocking,
    Optional<Category> also) {

  /// The rule where the line itself is what runs.
  static final String SELF = "application-self";

  /// The rule where foreign code runs that no table knows.
  static final String FOREIGN = "foreign-code";

  /// The rule where a profile of allocations charges a line and nothing says more.
  static final String SITE = "allocation-site";

  /// The rule where a profile of waiting charges a line and nothing says more.
  static final String WAIT = "lock-wait";

  /// The rule where a coroutine of Python calls something that waits.
  static final String COROUTINE = "python-blocking-in-coroutine";

  /// An allocation for sure.
  Cause allocating(Confidence sure, String named) {
    return new Cause(Category.ALLOCATION, sure, named, true, blocking, Optional.empty());
  }

  /// The same, while an event loop waits; what waits inside a coroutine costs by itself.
  Cause inCoroutine() {
    return new Cause(category, confidence, COROUTINE, true, true, also);
  }
}
