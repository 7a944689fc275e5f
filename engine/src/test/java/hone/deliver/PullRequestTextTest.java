package hone.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import hone.measure.Machine;
import hone.measure.Plan;
import hone.optimise.Attempt;
import hone.optimise.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List.of());
  }
}
