package hone.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import hone.finding.Category;
import hone.finding.Confidence;
import hone.finding.Finding;
import hone.finding.ProfileKind;
import hone.finding.Severity;
import hone.gate.Figures;
import hone.gate.Judgement;
import hone.gate.Verdict;
import hone.measure.Beside;
import hone.measure.Machine;
import hone.measure.Plan;
import hone.optimise.Attempt;
import hone.optimise.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// The bound is Amdahl's: with a share of 0.9 all that can be gained is 1 ÷ (1 − 0.9), 10 times.
class TooGoodTest {

  @Test
  void anAgentsGainBeyondWhatTheProfileHadToGiveIsRemarkedOn() {
    JudgedCandidate judged = judged("agent:codex", 0.5, faster("render", -0.98));

    assertThat(TooGood.in(judged).orElseThrow())
        .startsWith(
            "render is 50 times as fast, and under load the finding's share allows 2.0 times.");
    assertThat(EvidencePage.of(judged, "improved", "hone/1"))
        .contains("\n## Look closely\n\nrender is 50 times as fast");
  }

  @Test
  void throughputCountsLikeTime() {
    assertThat(TooGood.in(judged("agent:codex", 0.5, more("render", 49)))).isPresent();
    assertThat(TooGood.in(judged("agent:codex", 0.5, more("render", 8)))).isEmpty();
  }

  @Test
  void whatTheProfileExplainsIsNotRemarkedOn() {
    assertThat(TooGood.in(judged("agent:codex", 0.5, faster("render", -0.89)))).isEmpty();
    assertThat(TooGood.in(judged("agent:codex", 0.9, faster("render", -0.93)))).isEmpty();
    assertThat(TooGood.in(judged("agent:codex", 0.9, faster("render", -0.94)))).isPresent();
    assertThat(TooGood.in(judged("agent:codex", 1, faster("render", -0.99)))).isEmpty();
  }

  @Test
  void aRecipeKeepsNothingBetweenCalls() {
    assertThat(TooGood.in(judged("recipe:go-regexp-hoist", 0.5, faster("render", -0.98))))
        .isEmpty();
  }

  private static Judgement faster(String benchmark, double effect) {
    return judgement(benchmark, Metric.TIME, effect);
  }

  private static Judgement more(String benchmark, double effect) {
    return judgement(benchmark, Metric.THROUGHPUT, effect);
  }

  private static Judgement judgement(String benchmark, Metric metric, double effect) {
    Figures figures =
        new Figures(
            Figures.Design.BLOCKED,
            10,
            1000,
            10,
            1000 * (1 + effect),
            effect,
            effect,
            effect,
            0.001,
            0.001,
            OptionalDouble.empty());
    return new Judgement(benchmark, metric, Verdict.IMPROVED, Optional.of(figures), "");
  }

  private static JudgedCandidate judged(String source, double share, Judgement judgement) {
    Candidate candidate = new Candidate(1, Optional.of("cpu-1"), source, "faster", "why");
    Attempt attempt =
        new Attempt(candidate, "t", 1, 1, 1, Optional.empty(), Optional.empty(), Optional.empty());
    return new JudgedCandidate(
        "orders",
        "",
        Optional.empty(),
        Optional.of(finding(share)),
        "40 requests a second",
        attempt,
        "+x\n",
        new Plan("a".repeat(40), "b".repeat(40), "bench", 3, 1),
        new Machine(Map.of("cpu", "some")),
        List.of(judgement),
        List.of(),
        Beside.NOTHING);
  }

  private static Finding finding(double share) {
    return new Finding(
        "cpu-1",
        ProfileKind.CPU,
        "render",
        "page.go",
        41,
        share,
        share,
        0,
        1100,
        Category.ALGORITHMIC,
        Optional.empty(),
        Severity.CRITICAL,
        Severity.CRITICAL,
        List.of(),
        Confidence.MEDIUM,
        hone.finding.Evidence.PROOF,
        "rule",
        Optional.empty(),
        "approach",
        List.of("render (page.go:41)"),
        List.of(),
        OptionalDouble.empty(),
        Finding.Impact.none(),
        true,
        Optional.empty());
  }
}
