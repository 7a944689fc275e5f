package hone.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// One row of a rule table.
///
/// @param pattern must fit the whole text of the form, blanks squeezed; what its first group takes
///     tells apart what one row finds, so that one log level does not stand in for another
/// @param what    what the row is, for people
record Rule(Verb verb, Concern concern, Form form, Pattern pattern, String what) {

  /// What a row asks.
  enum Verb {
    /// The candidate must have as many as the base.
    KEEP,
    /// The candidate may have no more than the base.
    BAN,
    /// A file that has none in the base may have none in the candidate.
    FIRST;

    /// The verb that a table calls so.
    ///
    /// @throws IllegalArgumentException if there is none
    static Verb of(String name) {
      return Arrays.stream(values())
          .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no verb '" + name + "'"));
    }
  }
}
