package hone.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Better;
import hone.bench.Metric;
import hone.gate.Figures;
import hone.gate.Judgement;
import hone.gate.Verdict;
import hone.gate.WarmUp;
import hone.measure.Beside;
import hone.measure.Machine;
import hone.measure.Plan;
import hone.optimise.Attempt;
import hone.optimise.Candidate;
import hone.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PullRequestTextTest {

  /// GitHub answers a longer body with 422: "body is too long (maximum is 65536 characters)".
  private static final int GITHUB_LIMIT = 65_536;

  @Test
  void isThePageOfEvidenceWhereItFits() {
    JudgedCandidate judged = judged("-slow\n+fast\n", "why");

    assertThat(PullRequestText.offer(judged, "improved", "hone/1", Optional.of("main")))
        .isEqualTo(
            new Offer("hone/1", "main", "faster", EvidencePage.of(judged, "improved", "hone/1")));
  }

  @Test
  void leavesOutWhatIsLongestAndSaysSo() {
    String body =
        PullRequestText.offer(
                judged("+x\n".repeat(50_000), "why"), "improved", "b", Optional.empty())
            .body();

    assertThat(body)
        .hasSizeLessThan(GITHUB_LIMIT)
        .contains("Too long for here: it is the only commit of the branch.", "## Repeat it");
  }

  @Test
  void cutsAtALineWhatIsStillTooLong() {
    String title = "t".repeat(500) + "\n::error::";
    JudgedCandidate judged = judged("+x\n", "word ".repeat(40_000));
    Offer offer = PullRequestText.offer(judged, "improved", "b", Optional.empty());

    assertThat(offer.body()).hasSizeLessThan(GITHUB_LIMIT).endsWith("evidence.md of the run.\n");
    assertThat(PullRequestText.offer(titled(title), "improved", "b", Optional.empty()).title())
        .hasSizeLessThanOrEqualTo(121)
        .doesNotContain("\n");
  }

  @Test
  void saysWhatWasNotWarmAndLetsNoUnitActOnThePage() {
    Metric metric = new Metric("m", new Unit("x|<img src=y>\u202e"), Better.LOWER);
    Figures figures =
        new Figures(
            Figures.Design.BLOCKED,
            6,
            1.5,
            6,
            2.5,
            0.5,
            0.4,
            0.6,
            0.01,
            0.01,
            OptionalDouble.empty());
    JudgedCandidate plain = judged("+x\n", "why");
    JudgedCandidate judged =
        new JudgedCandidate(
            plain.service(),
            plain.directory(),
            plain.tests(),
            plain.finding(),
            plain.load(),
            plain.attempt(),
            plain.patch(),
            plain.plan(),
            plain.machine(),
            List.of(new Judgement("a", metric, Verdict.REGRESSED, Optional.of(figures), "")),
            List.of(),
            new Beside(
                List.of(
                    new WarmUp("a|b", Metric.TIME, WarmUp.State.WARMING, 0.06, 0.0001, 12, 2),
                    new WarmUp("c", Metric.TIME, WarmUp.State.STEADY, 0, 1, 12, 0)),
                List.of()));

    String page = EvidencePage.of(judged, "improved", "none");

    assertThat(page)
        .contains("Warm-up, judged by the halves of each run: 1 steady, 1 not warm.")
        .contains("- not warm: a\\|b sec/op: the first half of a run is +6.0 % off the second")
        .contains("warm up for about 2 more of its measurements")
        .contains("x\\|\\<img")
        .doesNotContainPattern("[^\\\\]<img|\u202e");
  }

  private static JudgedCandidate judged(String patch, String explanation) {
    return judged(patch, "faster", explanation);
  }

  private static JudgedCandidate titled(String title) {
    return judged("+x\n", title, "why");
  }

  private static JudgedCandidate judged(String patch, String title, String explanation) {
    Candidate candidate = new Candidate(1, Optional.empty(), "hand", title, explanation);
    Attempt attempt =
        new Attempt(
            candidate,
            "t".repeat(40),
            1,
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new JudgedCandidate(
        "orders",
        "",
        Optional.empty(),
        Optional.empty(),
        "none",
        attempt,
        patch,
        new Plan("a".repeat(40), "b".repeat(40), "bench", 3, 1),
        new Machine(Map.of("cpu", "some")),
        List.of(),
        List.of(),
        Beside.NOTHING);
  }
}
