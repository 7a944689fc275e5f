package hone.live;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Source;
import hone.live.BudgetJudgement.Outcome;
import hone.service.Language;
import hone.standard.Budget;
import hone.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BudgetJudgeTest {

  private static final double MILLI = 1e6;

  @Test
  void keepsAndBreaksABudgetOfLatency() throws IOException {
    Latencies quick = spread(100 * MILLI, 1000);
    Latencies slow = spread(600 * MILLI, 1000);
    LiveFigures figures =
        figures(
            new Traffic(
                Traffic.Model.OPEN,
                2000,
                0,
                0,
                spread(600 * MILLI, 2000),
                new TreeMap<>(Map.of("api", quick, "batch", slow))));

    List<BudgetJudgement> judged =
        judge("P99 latency budget: 200ms for API endpoints, 500ms for batch operations", figures);

    assertThat(judged)
        .extracting(BudgetJudgement::outcome)
        .containsExactly(Outcome.MET, Outcome.BREACHED);
    BudgetJudgement batch = judged.getLast();
    assertThat(batch.figure().orElseThrow().value()).isEqualTo(594 * MILLI);
    assertThat(batch.certain()).isTrue();
    assertThat(batch.everywhere()).isFalse();
  }

  @Test
  void isNotCertainWhereTheIntervalReachesAcrossTheLimit() throws IOException {
    LiveFigures figures =
        figures(
            new Traffic(
                Traffic.Model.OPEN, 1000, 0, 0, spread(201 * MILLI, 1000), new TreeMap<>()));

    BudgetJudgement judged = judge("P99 latency: 199ms", figures).getFirst();

    // rank 990 of 1000 lies at 198.99 ms, rank 997 at 200.4 ms
    assertThat(judged.outcome()).isEqualTo(Outcome.MET);
    assertThat(judged.certain()).isFalse();
    assertThat(judged.everywhere()).isTrue();
    assertThat(judged.reason()).isEqualTo("the interval reaches across the limit");
  }

  @Test
  void doesNotCallQuickFailuresAGoodLatency() throws IOException {
    LiveFigures figures =
        figures(
            new Traffic(Traffic.Model.OPEN, 1000, 500, 0, spread(MILLI, 1000), new TreeMap<>()));

    BudgetJudgement judged = judge("P99 latency: 200ms", figures).getFirst();

    assertThat(judged.outcome()).isEqualTo(Outcome.NOT_MEASURED);
    assertThat(judged.reason()).isEqualTo("50.0 % of the requests failed");
  }

  @Test
  void requestsWithoutAnAnswerBreakABudget() throws IOException {
    LiveFigures figures =
        figures(
            new Traffic(
                Traffic.Model.OPEN,
                1000,
                20,
                0,
                new Latencies.Counted(LatenciesTest.oneEach(980), 20),
                new TreeMap<>()));

    assertThat(judge("P99 latency: 200ms", figures).getFirst().outcome())
        .isEqualTo(Outcome.BREACHED);
  }

  @Test
  void aClosedLoopCanBreakABudgetForSureButNotKeepIt() throws IOException {
    Traffic.Model closed = Traffic.Model.CLOSED;
    Latencies told = new Latencies.Told(100, new TreeMap<>(Map.of(0.99, 100 * MILLI)));
    LiveFigures figures =
        figures(new Traffic(closed, 100, 0, 0, told, new TreeMap<>(Map.of("api", told))));

    BudgetJudgement kept = judge("P99 latency: 200ms for API endpoints", figures).getFirst();
    BudgetJudgement broken = judge("P99 latency: 50ms for API endpoints", figures).getFirst();

    assertThat(kept.outcome()).isEqualTo(Outcome.MET);
    assertThat(kept.certain()).isFalse();
    assertThat(kept.reason()).contains("closed loop");
    assertThat(broken.breached() && broken.certain() && broken.everywhere()).isTrue();
  }

  @Test
  void judgesTheAllocationRateAndSaysHowItIsKnown() throws IOException {
    LiveFigures figures =
        new LiveFigures(
            Optional.empty(),
            Optional.of(
                AllocationRate.of(600_000_000L, 30_000_000_000L, AllocationRate.Source.SAMPLED)),
            Optional.empty(),
            Optional.empty());

    BudgetJudgement judged =
        judge("Allocation rate budget: <10MB/s sustained for Go services", figures).getFirst();

    assertThat(judged.breached()).isTrue();
    assertThat(judged.figure()).contains(Figure.of(20e6));
    assertThat(judged.reason()).isEqualTo("estimated from samples");
  }

  @Test
  void judgesTheDelayOfTheEventLoopByItsNinetyNinthPercentile() throws IOException {
    LiveFigures figures =
        new LiveFigures(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new EventLoop(1_000_000, 60_000_000, 300_000_000, 2000, 0.7)),
            Optional.empty());

    assertThat(judge("Event loop delay budget: <50ms", figures).getFirst())
        .satisfies(judged -> {
          assertThat(judged.breached()).isTrue();
          assertThat(judged.reason()).contains("the budget names none");
        });
    assertThat(judge("P50 event loop delay: <50ms", figures).getFirst().outcome())
        .isEqualTo(Outcome.MET);
    assertThat(judge("P90 event loop delay: <50ms", figures).getFirst().outcome())
        .isEqualTo(Outcome.NOT_MEASURED);
  }

  @Test
  void whatWasNotMeasuredIsNeitherMetNorBreached() throws IOException {
    List<BudgetJudgement> judged =
        judge(
            """
            P99 latency: 200ms for API endpoints
            - Allocation rate budget: <10MB/s
            - Event loop delay budget: <50ms
            """,
            LiveFigures.none());

    assertThat(judged)
        .hasSize(3)
        .allSatisfy(each -> {
          assertThat(each.outcome()).isEqualTo(Outcome.NOT_MEASURED);
          assertThat(each.reason()).isNotBlank();
        });
    assertThat(
            judge(
                    "P99 latency: 200ms for API endpoints",
                    figures(
                        new Traffic(
                            Traffic.Model.OPEN, 10, 0, 0, spread(MILLI, 10), new TreeMap<>())))
                .getFirst()
                .reason())
        .isEqualTo("no request of the load has the class 'api'");
  }

  private static LiveFigures figures(Traffic traffic) {
    return new LiveFigures(
        Optional.of(traffic), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Latencies that rise evenly to the longest.
  private static Latencies spread(double longestNanos, long count) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (long rank = 1; rank <= count; rank++) {
      counts.merge(Math.round(longestNanos * rank / count), 1L, Math::addExact);
    }
    return new Latencies.Counted(counts, 0);
  }

  private static List<BudgetJudgement> judge(String clauses, LiveFigures figures)
      throws IOException {
    String text = "# Performance Engineering Standards\n- " + clauses + "\n";
    List<Budget> budgets =
        Standards.read(Source.of("AGENTS.md", text.getBytes(StandardCharsets.UTF_8)))
            .budgets(Language.GO);
    return BudgetJudge.judge(budgets, figures);
  }
}
