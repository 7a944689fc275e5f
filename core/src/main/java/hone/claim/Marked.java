package hone.claim;

import hone.input.Printable;

/// Names and source lines as an agent is shown them.
///
/// A dollar sign before a name calls up a skill in some agents, wherever it stands; a wide one
/// (`＄`) stands for it in all that an agent reads, and is turned back in all that it writes.
final class Marked {

  private static final String DOLLAR = "$";
  private static final String WIDE_DOLLAR = "＄";

  private Marked() {}

  /// One line without control characters, cut after so many characters.
  static String of(String text, int limit) {
    return Printable.of(text, limit).replace(DOLLAR, WIDE_DOLLAR);
  }

  /// The text that was meant.
  static String meant(String text) {
    return text.replace(WIDE_DOLLAR, DOLLAR);
  }
}
