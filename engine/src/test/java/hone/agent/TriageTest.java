package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hone.advice.Triage;
import hone.claim.Opinion;
import hone.claim.Regression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Asks the real codex, with a scripted model behind it, about regressions.
@Tag("slow")
class TriageTest {

  private static final List<Regression> REGRESSIONS =
      List.of(
          new Regression(
              "Total", "sec/op", 0.31, "added logging: log.go:7", List.of("total (total.go)")));

  private static final String DIFF =
      """
      diff --git a/total.go b/total.go
      --- a/total.go
      +++ b/total.go
      @@ -1 +1,2 @@
       func total() {
      +slog.Info("$summed")
      """;

  @TempDir private Path folder;
  private CodexStage stage;

  @BeforeEach
  void opens() throws Exception {
    stage = CodexStage.open(folder);
  }

  @AfterEach
  void closes() throws Exception {
    if (stage != null) {
      stage.nothingIsLeftAndNothingLeaked();
      stage.close();
    }
  }

  @Test
  void anOpinionOfARegressionThatThereIsStands() throws Exception {
    String scenario = stage.said("true", answer("Total", "total (total.go)", "It logs each sum."));

    Triage.Told told = told(scenario);

    assertThat(told.failure()).isEmpty();
    assertThat(told.dropped()).isEmpty();
    assertThat(told.opinions())
        .containsExactly(
            new Opinion(
                REGRESSIONS.getFirst(),
                Opinion.Kind.OBSERVABILITY,
                "It logs each sum.",
                List.of("total (total.go)"),
                Opinion.TradeOff.ACCEPTABLE,
                "The team wants logs."));
    assertThat(stage.model().requests(scenario)).hasSize(1);
    assertThat(Files.readString(folder.resolve("advice/triage/prompt.md")))
        .contains("benchmark: Total", "change: +31.0 %", "+slog.Info(\"＄summed\")", "P99 < 200 ms");
  }

  @Test
  void anInventedOneIsSentBackOnce() throws Exception {
    String scenario =
        stage.said(
            "mended",
            answer("Total", "sum (total.go)", "It logs."),
            answer("Total", "total (total.go)", "It logs."));

    Triage.Told told = told(scenario);

    assertThat(told.opinions()).hasSize(1);
    assertThat(told.dropped()).isEmpty();
    assertThat(stage.model().requests(scenario)).hasSize(2);
    assertThat(stage.model().requests(scenario).getLast().toString())
        .contains("'sum (total.go)' is no function that the change touches");
  }

  @Test
  void anInventedOneThatIsKeptToIsDropped() throws Exception {
    String invented = answer("Total", "total (total.go)", "It costs 31 % more.");
    Triage.Told told = told(stage.said("stubborn", invented, invented));

    assertThat(told.opinions()).isEmpty();
    assertThat(told.failure()).isEmpty();
    assertThat(told.dropped()).containsExactly("Total sec/op: it has a figure of its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prose       | its answer is no triage: the answer holds no JSON object
          badjson     | its answer is no triage: the answer holds no JSON object
          wrongschema | its answer is no triage: : required property
          refusal     | the agent ended without an answer
          quota       | quota
          """)
  void whatIsNoAnswerIsNoAdvice(String scenario, String why) throws Exception {
    Triage.Told told = told(scenario);

    assertThat(told.opinions()).isEmpty();
    assertThat(told.failure().orElseThrow()).contains(why);
  }

  private Triage.Told told(String scenario) throws Exception {
    return new Triage(stage.agent(scenario), "codex", "gpt-5.5", folder.resolve("advice"))
        .told(REGRESSIONS, DIFF, List.of("P99 < 200 ms"));
  }

  private static String answer(String benchmark, String function, String cause) {
    return """
    {"regressions": [{"benchmark": "%s", "metric": "sec/op", "kind": "observability",
      "cause": "%s", "functions": ["%s"], "trade_off": "acceptable",
      "reason": "The team wants logs."}]}
    """
        .formatted(benchmark, cause, function);
  }
}
