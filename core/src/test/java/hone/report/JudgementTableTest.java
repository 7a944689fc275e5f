package hone.report;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Better;
import hone.bench.Metric;
import hone.gate.Figures;
import hone.gate.Judgement;
import hone.gate.Verdict;
import hone.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgementTableTest {

  @Test
  void groupsByMetricAndSaysWhatTheVerdictLeavesOut() {
    String table =
        JudgementTable.of(
            List.of(
                compared("search", Metric.TIME, Verdict.IMPROVED, 1.718e6, 1.423e6),
                because(
                    compared("ingest", Metric.TIME, Verdict.INCONCLUSIVE, 5e9, 5.1e9),
                    "would find 12 %"),
                compared("ingest", Metric.THROUGHPUT, Verdict.REGRESSED, 64151434, 970),
                new Judgement(
                    "gone", Metric.ALLOCATED, Verdict.MISSING, Optional.empty(), "not there")));

    assertThat(table)
        .isEqualTo(
            """
            sec/op                         old       new  verdict
            search                     1.72 ms   1.42 ms  improved
                −17.2 % [−19.0, +∞], p = 0.0004
            ingest                         5 s    5.10 s  inconclusive
                −17.2 % [−19.0, +∞], p = 0.0004
                would find 12 %

            ops/s                          old       new  verdict
            ingest                      64.15M       970  regressed
                −17.2 % [−19.0, +∞], p = 0.0004

            B/op                           old       new  verdict
            gone                             –         –  missing
                not there
            """);
  }

  @Test
  void keepsToEightyColumnsAndObeysNoName() {
    String name = "example.com/shop/internal/orders.Encode/format=json/\u001b[31m";
    Metric metric = new Metric("x".repeat(60), new Unit("points"), Better.HIGHER);

    String table =
        JudgementTable.of(
            List.of(
                because(
                    compared(name, metric, Verdict.SUSPECTED_REGRESSED, 1, 1e300),
                    "y".repeat(99))));

    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    assertThat(table).contains("…").contains("\\u001b[31m").doesNotContain("\u001b");
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(JudgementTable.of(List.of())).isEmpty();
  }

  static Judgement compared(
      String name, Metric metric, Verdict verdict, double old, double candidate) {
    Figures figures =
        new Figures(
            Figures.Design.BLOCKED,
            12,
            old,
            12,
            candidate,
            -0.1717,
            -0.19,
            Double.POSITIVE_INFINITY,
            0.0004,
            0.0012,
            OptionalDouble.empty());
    return new Judgement(name, metric, verdict, Optional.of(figures), "");
  }

  private static Judgement because(Judgement judgement, String reason) {
    return new Judgement(
        judgement.benchmark(),
        judgement.metric(),
        judgement.verdict(),
        judgement.figures(),
        reason);
  }
}
