package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Better;
import hone.bench.Failure;
import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import hone.unit.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestsTest {

  @Test
  void countsAProcessOnceByItsMedian() {
    List<Contest> contests =
        Contests.of(
            List.of(
                new Round(
                    List.of(times("a", 1.0, 9.0, 2.0), times("a", 3.0)),
                    List.of(times("a", 4.0, 6.0), times("a", 7.0)))));

    assertThat(contests)
        .containsExactly(
            new Contest(
                "a", Metric.TIME, List.of(Block.of(new double[] {2, 3}, new double[] {5, 7}))));
  }

  @Test
  void keepsTheBlocksApartAndInOrder() {
    Round first = new Round(List.of(times("a", 1.0)), List.of(times("a", 2.0)));
    Round second = new Round(List.of(times("a", 3.0)), List.of(times("a", 4.0)));

    assertThat(Contests.of(List.of(first, second)).getFirst().blocks())
        .containsExactly(
            Block.of(new double[] {1}, new double[] {2}),
            Block.of(new double[] {3}, new double[] {4}));
  }

  @Test
  void settlesWhatOneSideDoesNotHave() {
    List<Contest> contests = contests(times("old", 1.0), times("new", 1.0));

    assertThat(contests)
        .containsExactly(
            Contest.settled("old", Metric.TIME, Verdict.MISSING, "the candidate does not have it"),
            Contest.settled("new", Metric.TIME, Verdict.ADDED, ""));
  }

  @Test
  void settlesWhatFailedOnTheCandidate() {
    Results broken = new Results(List.of(), List.of(new Failure("a", "exit 1")));

    assertThat(contests(times("a", 1.0), broken))
        .containsExactly(Contest.settled("a", Metric.TIME, Verdict.FAILED, "exit 1"));
    assertThat(contests(new Results(List.of()), broken))
        .containsExactly(Contest.settled("a", Metric.TIME, Verdict.FAILED, "exit 1"));
  }

  @Test
  void doesNotBlameTheCandidateForABrokenBaseline() {
    Results broken = new Results(List.of(), List.of(new Failure("a", "exit 1")));

    assertThat(contests(broken, broken))
        .containsExactly(
            Contest.settled(
                "a", Metric.TIME, Verdict.INCOMPARABLE, "fails on both revisions: exit 1"));
    assertThat(contests(broken, times("a", 1.0)))
        .containsExactly(
            Contest.settled("a", Metric.TIME, Verdict.ADDED, "fails on the baseline: exit 1"));
  }

  @Test
  void settlesWhatIsThereOnSomeRunsOnly() {
    Results none = times("b", 1.0);
    Results some = times("a", 1.0);

    assertThat(Contests.of(List.of(new Round(List.of(some, some), List.of(some, none)))).getFirst())
        .isEqualTo(
            Contest.settled(
                "a", Metric.TIME, Verdict.FAILED, "only in 1 of 2 runs of the candidate"));
    assertThat(Contests.of(List.of(new Round(List.of(some, none), List.of(some, some)))).getFirst())
        .isEqualTo(
            Contest.settled(
                "a", Metric.TIME, Verdict.INCOMPARABLE, "only in 1 of 2 runs of the baseline"));
  }

  @Test
  void doesNotCompareDifferentUnits() {
    Metric points = new Metric("score", new Unit("points"), Better.HIGHER);
    Metric marks = new Metric("score", new Unit("marks"), Better.HIGHER);

    assertThat(
            contests(
                new Results(List.of(new Series("a", points, List.of(1.0)))),
                new Results(List.of(new Series("a", marks, List.of(1.0))))))
        .extracting(each -> each.settled().orElseThrow().verdict())
        .containsExactly(Verdict.INCOMPARABLE);
  }

  private static List<Contest> contests(Results old, Results candidate) {
    return Contests.of(List.of(new Round(List.of(old), List.of(candidate))));
  }

  private static Results times(String benchmark, Double... nanos) {
    return new Results(List.of(new Series(benchmark, Metric.TIME, List.of(nanos))));
  }
}
