package hone.report;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import hone.gate.Figures;
import hone.gate.Judgement;
import hone.gate.LikelyCause;
import hone.gate.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class JudgementDocumentTest {

  private static final Judgement FASTER =
      JudgementTableTest.compared("search", Metric.TIME, Verdict.REGRESSED, 1718, 1423);

  @Test
  void writesWhatScriptsRelyOn() {
    assertThat(JudgementDocument.compare(List.of(FASTER), 0.95))
        .isEqualTo(
            json(
                """
                {"design": "unblocked", "confidence": 0.95, "benchmarks": [
                  {"name": "search", "unit": "nanoseconds", "metric": "sec/op", "better": "lower",
                   "design": "blocked", "old": {"n": 12, "median": 1718.0},
                   "new": {"n": 12, "median": 1423.0}, "effect": -0.1717,
                   "interval": [-0.19, null], "p": 0.0004, "adjusted_p": 0.0012,
                   "detectable": null, "verdict": "regressed", "reason": ""}]}\
                """));
  }

  @Test
  void listsAsBlockingWhatRegressedAndNothingElse() {
    Judgement gone =
        new Judgement("gone", Metric.TIME, Verdict.MISSING, Optional.empty(), "not there");
    ArrayNode blocking =
        JudgementDocument.blocking(
            List.of(gone, FASTER),
            _ ->
                new LikelyCause(
                    "code: find (a.go)",
                    List.of("code"),
                    List.of("find (a.go)"),
                    LikelyCause.Profiled.none(List.of("a.go:7"), "none was taken")));

    assertThat(blocking).hasSize(1);
    assertThat(blocking.get(0).get("benchmark").stringValue()).isEqualTo("search");
    assertThat(blocking.get(0).get("functions").get(0).stringValue()).isEqualTo("find (a.go)");
    assertThat(blocking.get(0).get("cause").stringValue()).isEqualTo("code: find (a.go)");
    assertThat(blocking.get(0).get("lines").get(0).stringValue()).isEqualTo("a.go:7");
    assertThat(JudgementDocument.of(gone))
        .isEqualTo(
            json(
                """
                {"benchmark": "gone", "unit": "nanoseconds", "metric": "sec/op",
                 "better": "lower", "design": null, "old": null, "new": null, "effect": null,
                 "interval": null, "p": null, "adjusted_p": null, "detectable": null,
                 "verdict": "missing", "reason": "not there"}\
                """));
  }

  @Test
  void hasNoNumberForTheInfinite() {
    Figures fromNothing =
        new Figures(
            Figures.Design.EXACT,
            2,
            0,
            2,
            64,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            0,
            0,
            OptionalDouble.empty());
    Judgement judgement =
        new Judgement("a", Metric.ALLOCATED, Verdict.REGRESSED, Optional.of(fromNothing), "");

    String text = JudgementDocument.compare(List.of(judgement), 0.95).toString();

    assertThat(text)
        .contains("\"effect\":null")
        .contains("\"interval\":[null,null]")
        .contains("\"p\":null");
  }

  private static Object json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
