package hone.report;

import static org.assertj.core.api.Assertions.assertThat;

import hone.live.BudgetJudgement;
import hone.live.BudgetJudgement.Outcome;
import hone.live.Figure;
import hone.standard.Budget;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetDocumentTest {

  private static final Budget API =
      new Budget(
          Budget.Measure.LATENCY,
          0.99,
          "api",
          Optional.empty(),
          new Quantity(2e8, Unit.NANOSECONDS));
  private static final Budget RATE =
      new Budget(
          Budget.Measure.ALLOCATION_RATE,
          1,
          "",
          Optional.empty(),
          new Quantity(1e7, Unit.of("bytes/s")));

  private static final List<BudgetJudgement> JUDGED =
      List.of(
          new BudgetJudgement(
              API,
              Outcome.MET,
              Optional.of(new Figure(1.4e8, OptionalDouble.of(1.2e8), OptionalDouble.empty())),
              "",
              true,
              true),
          new BudgetJudgement(
              API,
              Outcome.BREACHED,
              Optional.of(Figure.of(Double.POSITIVE_INFINITY)),
              "",
              true,
              true),
          BudgetJudgement.notMeasured(RATE, "no recording of allocations"));

  @Test
  void hasTheKeysThatOthersRead() {
    assertThat(BudgetDocument.of(JUDGED).toString())
        .isEqualTo(
            """
            [{"name":"p99 latency, api","limit":2.0E8,"unit":"nanoseconds","value":1.4E8,\
            "interval":[1.2E8,null],"verdict":"met","reason":""},\
            {"name":"p99 latency, api","limit":2.0E8,"unit":"nanoseconds","value":null,\
            "interval":[null,null],"verdict":"breached","reason":""},\
            {"name":"allocation rate","limit":1.0E7,"unit":"bytes/s","value":null,\
            "interval":[null,null],"verdict":"not-measured",\
            "reason":"no recording of allocations"}]\
            """);
  }

  @Test
  void tellsPeopleInALineEach() {
    assertThat(BudgetTable.of(JUDGED))
        .isEqualTo(
            """
            Budget        p99 latency, api: 140 ms [120 ms, ?] of at most 200 ms, met
            Budget        p99 latency, api: no answer of at most 200 ms, BREACHED
            Budget        allocation rate: at most 10.0 MB/s, not measured (no recording of
                          allocations)
            """);
  }
}
