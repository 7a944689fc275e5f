package hone.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Spent;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {

  private static final int EXPRESSIONS = 20_000;

  /// What expressions are made of, and what makes those of other engines slow.
  private static final List<String> PIECES =
      List.of(
          ("a b \u00e9 \0 . ^ $ | ( ) ( ) [ ] [^ - && * + ? *? ++ {2,9} {1000} {0,} { } , \\ \\w"
                  + " \\d \\S \\b \\pL \\p{Greek} \\P{ \\x{41} \\x \\Q \\E \\1 \\z \\C \\N{ \\k<n>"
                  + " (?P<n> (?<n> (?i) (?-s: (?: (?= (?<= (?<! [:alpha:] [[:^digit:]] [[: :] (a+)+"
                  + " (a|a)* (.*)* (?:) (\\b) (a*)*b")
              .split(" ", -1));

  private static final List<String> TEXTS =
      List.of(
          "", "a", "a".repeat(40) + "!", "runtime.mallocgc (a.go:17)", "\u00e9\uD83D\uDE00a\uD83D");

  /// An answer or one refusal, and neither takes long.
  @Tag("slow")
  @Test
  void anyExpressionIsAnsweredOrRefused() {
    int answered = 0;
    for (int seed = 0; seed < EXPRESSIONS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder expression = new StringBuilder();
      for (int piece = random.nextInt(1, 12); piece > 0; piece--) {
        expression.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String text = TEXTS.get(seed % TEXTS.size());
      Spent spent = Spent.soFar();
      try {
        BoundedPattern pattern = BoundedPattern.of(expression.toString());
        pattern.finds(text);
        answered++;
      } catch (BoundedPattern.ExpressionException refused) {
        assertThat(refused).hasMessageStartingWith("regular expression ");
      } catch (RuntimeException | StackOverflowError broken) {
        throw new AssertionError("broke on '" + expression + "', seed " + seed, broken);
      }
      assertThat(spent.since()).as("'%s'", expression).matches(Spent::isBounded, "2 s and 512 MiB");
    }
    assertThat(answered).isGreaterThan(EXPRESSIONS / 10);
  }

  /// Go 1.26: `regexp.Compile` says "invalid repeat count" of all of these.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:){2000000000}",
        "^{1001}",
        "(\\b){2,1001}",
        "((?:){100}){100}",
        "((a{10}){10}b){11}"
      })
  void refusesToRepeatMoreThanAThousandTimes(String expression) {
    assertThatThrownBy(() -> BoundedPattern.of(expression))
        .isInstanceOf(BoundedPattern.ExpressionException.class)
        .hasMessage("regular expression repeats more than 1000 times: '" + expression + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "(a{2}){3} ~ aaaaaa",
        "a{1000}|b ~ b",
        "(a{100}b{100}){0,1}c ~ c",
        "[{2000}]+ ~ {2",
        "a\\{2000} ~ a{2000}"
      })
  void takesCountsThatAreNotTooLarge(String expression, String text) {
    assertThat(BoundedPattern.of(expression).matches(text)).isTrue();
  }

  @Test
  void saysOnWhichTextItTakesTooLong() {
    BoundedPattern slow = BoundedPattern.of("(.*)(.*)(.*)(.*)x$");
    assertThatThrownBy(() -> slow.finds("a".repeat(60) + "!"))
        .isInstanceOf(BoundedPattern.ExpressionException.class)
        .hasMessageStartingWith("regular expression takes too long on 'aaaa");
  }
}
