package hone.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionsTest {

  private static final List<Regression> ASKED =
      List.of(
          new Regression(
              "Total", "sec/op", 0.31, "code", List.of("total (total.go)", "$sum (total.go)")),
          new Regression("Find/n=10", "B/op", 0.5, "allocation", List.of()));

  private static final String TRUE =
      one(
          "Total",
          "sec/op",
          List.of("loop", "Sums anew for each row."),
          "\"total (total.go)\"",
          "unclear");

  @Test
  void anOpinionOfARegressionStands() {
    Opinions opinions = opinions("Here it is:\n```json\n" + all(TRUE) + "\n```\n");

    assertThat(opinions.problems()).isEmpty();
    assertThat(opinions.kept())
        .containsExactly(
            new Opinion(
                ASKED.getFirst(),
                Opinion.Kind.LOOP,
                "Sums anew for each row.",
                List.of("total (total.go)"),
                Opinion.TradeOff.UNCLEAR,
                "Because."));
  }

  @Test
  void aNameWithADollarSignIsKnownAsItWasShown() {
    Opinions opinions =
        opinions(
            all(
                one(
                    "Total",
                    "sec/op",
                    List.of("other", "It is."),
                    "\"＄sum (total.go)\"",
                    "unclear")));

    assertThat(opinions.kept().getFirst().functions()).containsExactly("$sum (total.go)");
  }

  @Test
  void theSecondOpinionOfARegressionIsDropped() {
    Opinions opinions = opinions(all(TRUE + "," + TRUE));

    assertThat(opinions.kept()).hasSize(1);
    assertThat(opinions.dropped())
        .containsExactly("Total sec/op: is none of the regressions, or was told before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sum | sec/op | It loops. | | is none of the regressions
          Total | B/op | It loops. | | is none of the regressions
          Find/n=10 | B/op | It loops. | "total (total.go)" | total (total.go)' is no function that the change touches
          Total | sec/op | It loops. | "total (other.go)" | total (other.go)' is no function that the change touches
          Total | sec/op | It takes 31 % more. | | it has a figure of its own
          Total | sec/op | It is 3x slower. | | it has a figure of its own
          Total | sec/op | It allocates 12 kB a call. | | it has a figure of its own
          Total | sec/op | It sleeps for 20ms. | | it has a figure of its own
          Total | sec/op | Three times: 3 times. | | it has a figure of its own
          """)
  void whatIsInventedIsDropped(
      String benchmark, String metric, String cause, String function, String why) {
    String functions = function == null ? "" : function;
    Opinions opinions =
        opinions(all(one(benchmark, metric, List.of("loop", cause), functions, "acceptable")));

    assertThat(opinions.kept()).isEmpty();
    assertThat(opinions.dropped()).singleElement().asString().contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot say.",
        "{\"regressions\": [{}]}",
        "{\"regressions\": 7}",
        "{\"gate\": \"open\", \"regressions\": []}",
        "{\"regressions\": []"
      })
  void whatIsNoAnswerIsSaidToBeNone(String text) {
    Opinions opinions = opinions(text);

    assertThat(opinions.kept()).isEmpty();
    assertThat(opinions.unreadable()).isNotEmpty();
  }

  /// Whatever is done to an answer, what stands is about a regression and names what it touches.
  @Test
  void nothingInventedStandsInFiveHundredMutatedAnswers() {
    Random random = new Random(11);
    String pieces = "\"{}[],:Totalsec/opB19%x＄$ \\u0000\n";
    String answer =
        all(
            TRUE
                + ","
                + one("Find/n=10", "B/op", List.of("allocation", "A copy."), "", "not_acceptable"));
    int kept = 0;
    for (int i = 0; i < 500; i++) {
      StringBuilder mutated = new StringBuilder(answer);
      for (int edit = random.nextInt(3); edit >= 0; edit--) {
        int at = random.nextInt(mutated.length());
        char piece = pieces.charAt(random.nextInt(pieces.length()));
        switch (random.nextInt(3)) {
          case 0 -> mutated.setCharAt(at, piece);
          case 1 -> mutated.insert(at, piece);
          default -> mutated.deleteCharAt(at);
        }
      }
      for (Opinion opinion : opinions(mutated.toString()).kept()) {
        kept++;
        assertThat(ASKED).contains(opinion.regression());
        assertThat(opinion.regression().functions()).containsAll(opinion.functions());
        assertThat(opinion.cause()).doesNotContainPattern("\\d ?%");
      }
    }
    assertThat(kept).isPositive();
  }

  @Test
  void aChangeOfAHundredThousandRowsFitsThePrompt() {
    String rows =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "+row " + i + " of a long change\n")
            .collect(Collectors.joining());
    String small = "diff --git a/total.go b/total.go\n+slow()\n";
    List<Regression> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Regression("B" + i, "sec/op", 1, "code", ASKED.get(0).functions()))
            .toList();

    String prompt =
        Prompt.triage(many, "diff --git a/big.txt b/big.txt\n" + rows + small, List.of());

    assertThat(prompt.length()).isLessThan(52_000);
    assertThat(prompt)
        .contains("+slow()", "benchmark: B0\n")
        .containsPattern("[0-9,]+ of 10,000 regressions left out")
        .containsPattern("Left out: [0-9,]+ of 100,003 rows");
    assertThat(prompt.indexOf("+slow()")).isLessThan(prompt.indexOf("+row 0 "));
  }

  private static Opinions opinions(String text) {
    return Opinions.of(text, ASKED);
  }

  private static String all(String regressions) {
    return "{\"regressions\": [" + regressions + "]}";
  }

  /// @param cause the kind, then its words
  private static String one(
      String benchmark, String metric, List<String> cause, String functions, String tradeOff) {
    return """
    {"benchmark": "%s", "metric": "%s", "kind": "%s", "cause": "%s", "functions": [%s],
     "trade_off": "%s", "reason": "Because."}\
    """
        .formatted(benchmark, metric, cause.get(0), cause.get(1), functions, tradeOff);
  }
}
