package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a terminal or a runner of CI obeys rather than shows.
final class Steering {

  /// Control and format characters, separators of lines, halves of pairs, what means nothing.
  private static final Pattern OBEYED = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\n]]");

  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\[|##vso\\[");

  private Steering() {}

  /// Nothing in what was printed or written steers anything.
  static void assertNoneIn(String shown) {
    assertThat(OBEYED.matcher(shown).results().map(MatchResult::group)).isEmpty();
    assertThat(COMMAND.matcher(shown).results().map(MatchResult::group)).isEmpty();
  }

  /// The same of a page, where a line may begin as it likes.
  static void assertNoneInPage(String page) {
    assertThat(OBEYED.matcher(page).results().map(MatchResult::group)).isEmpty();
  }
}
