package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Rules RULES = Rules.defaults();

  @Test
  void closesOnAProvenRegressionAndSaysHowLarge() {
    GateResult result = Gate.judge(List.of(Simulated.seeded(1).quiet("search", 6, 1.2)), RULES);

    Judgement judgement = result.judgements().getFirst();
    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(judgement.effect()).isCloseTo(0.2, within(0.03));
    assertThat(judgement.low()).isBetween(0.1, judgement.effect());
    assertThat(judgement.high()).isBetween(judgement.effect(), 0.3);
    assertThat(result.state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(result.reasons().getFirst()).startsWith("regressed: search sec/op +");
  }

  @Test
  void countsTheProbabilityOfSixCleanlySeparatedBlocks() {
    Judgement judgement =
        Gate.judge(List.of(Simulated.seeded(1).quiet("search", 6, 2)), RULES)
            .judgements()
            .getFirst();

    // One of 6^6 orders is as extreme on this side: p = 2 / 46656.
    assertThat(judgement.p()).isCloseTo(2.0 / 46656, within(1e-15));
  }

  @Test
  void opensWhereTheEffectIsBetterOrBelowTheThreshold() {
    GateResult result =
        Gate.judge(
            List.of(
                Simulated.seeded(2).quiet("faster", 6, 0.7),
                Simulated.seeded(3).quiet("a little slower", 10, 1.025),
                Simulated.seeded(4).quiet("a little faster", 10, 0.975),
                Simulated.seeded(5).quiet("the same", 10, 1)),
            RULES);

    assertThat(result.judgements())
        .extracting(Judgement::verdict)
        .containsExactly(
            Verdict.IMPROVED, Verdict.MINOR_REGRESSED, Verdict.MINOR_IMPROVED, Verdict.UNCHANGED);
    assertThat(result.state()).isEqualTo(GateResult.State.OPEN);
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void turnsTheVerdictForThroughput() {
    Contest contest =
        Simulated.seeded(6)
            .contest("ingest", Metric.THROUGHPUT, 6, 0.8, new Simulated.Machine(0.01, 0));

    assertThat(Gate.judge(List.of(contest), RULES).judgements().getFirst().verdict())
        .isEqualTo(Verdict.REGRESSED);
  }

  @Test
  void doesNotCallUnchangedWhatItOnlyFailedToSee() {
    GateResult result =
        Gate.judge(
            List.of(
                Simulated.seeded(7)
                    .contest("noisy", Metric.TIME, 4, 1, new Simulated.Machine(0.2, 0))),
            RULES);

    Judgement judgement = result.judgements().getFirst();
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.figures().orElseThrow().detectable().orElseThrow()).isGreaterThan(0.05);
    assertThat(judgement.reason())
        .matches("would find .* % or more; for 5 % make about \\d+ runs a side");
    assertThat(result.state()).isEqualTo(GateResult.State.OPEN);
    assertThat(result.reasons().getFirst()).startsWith("inconclusive: noisy sec/op ");
  }

  @Test
  void saysWhenThereAreTooFewRunsForSoManyBenchmarks() {
    List<Contest> contests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      contests.add(Simulated.seeded(i).quiet("b" + i, 2, 3));
    }

    Judgement judgement = Gate.judge(contests, RULES).judgements().getFirst();

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    // 2 · 6^-2 · 20 > 0.05; the smallest B with 2 · 6^-B · 20 ≤ 0.05 is 4.
    assertThat(judgement.reason())
        .isEqualTo("4 runs a side cannot prove anything beside 19 other tests: make 8 or more");
  }

  @Test
  void comparesCountsThatNeverVaryAsTheyAre() {
    GateResult result =
        Gate.judge(
            List.of(
                counted("more", Metric.ALLOCATIONS, 10, 11),
                counted("a few more", Metric.ALLOCATIONS, 1000, 1001),
                counted("fewer", Metric.ALLOCATED, 64, 0),
                counted("from nothing", Metric.ALLOCATED, 0, 64),
                counted("the same", Metric.ALLOCATED, 0, 0)),
            RULES);

    assertThat(result.judgements())
        .extracting(Judgement::verdict)
        .containsExactly(
            Verdict.REGRESSED,
            Verdict.MINOR_REGRESSED,
            Verdict.IMPROVED,
            Verdict.REGRESSED,
            Verdict.UNCHANGED);
    assertThat(result.judgements().get(3).effect()).isInfinite();
    assertThat(result.reasons().getFirst()).isEqualTo("regressed: more allocs/op +10.0 %, exact");
  }

  @Test
  void doesNotTakeATimeOfACoarseClockForExact() {
    Judgement judgement =
        Gate.judge(List.of(counted("tick", Metric.TIME, 100, 110)), RULES).judgements().getFirst();

    assertThat(judgement.figures().orElseThrow().design()).isEqualTo(Figures.Design.BLOCKED);
  }

  @Test
  void judgesCountsThatVaryAroundZeroByRanksAlone() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      blocks.add(Block.of(new double[] {0, 1}, new double[] {8, 9}));
    }
    Judgement judgement =
        Gate.judge(List.of(new Contest("buffers", Metric.ALLOCATIONS, blocks)), RULES)
            .judgements()
            .getFirst();

    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(judgement.effect()).isCloseTo(8.5 / 0.5 - 1, within(1e-12));
    assertThat(judgement.low()).isEqualTo(-1);
    assertThat(judgement.high()).isInfinite();
  }

  @Test
  void staysUndecidedWithoutACommonMeasurement() {
    Contest added = Contest.settled("new", Metric.TIME, Verdict.ADDED, "");
    Contest spoilt = Contest.settled("old", Metric.TIME, Verdict.INCOMPARABLE, "unit differs");

    assertThat(Gate.judge(List.of(), RULES).state()).isEqualTo(GateResult.State.UNDECIDED);
    assertThat(Gate.judge(List.of(added), RULES).reasons()).containsExactly("nothing was compared");
    assertThat(Gate.judge(List.of(spoilt), RULES).reasons())
        .containsExactly("incomparable: old; unit differs");
  }

  @Test
  void closesOnWhatIsMissingOrFailed() {
    Contest fine = Simulated.seeded(2).quiet("fine", 6, 0.7);
    for (Verdict verdict : List.of(Verdict.MISSING, Verdict.FAILED)) {
      Contest gone = Contest.settled("gone\u001b[2J", Metric.TIME, verdict, "exit 1\n::error::");

      GateResult result = Gate.judge(List.of(fine, gone), RULES);

      assertThat(result.state()).isEqualTo(GateResult.State.CLOSED);
      assertThat(result.reasons())
          .containsExactly(verdict + ": gone\\u001b[2J; exit 1\\u000a::error::");
      assertThatThrownBy(() -> result.judgements().get(1).effect())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void raisesFewerFalseAlarmsThanPromisedOverAWholeSuite() {
    int closed = 0;
    int suspicious = 0;
    int suites = 60;
    for (int i = 0; i < suites; i++) {
      Simulated simulated = Simulated.seeded(100 + i);
      List<Contest> suite = new ArrayList<>();
      for (int j = 0; j < 10; j++) {
        suite.add(simulated.drifting("b" + j, 6, 1));
      }
      GateResult result = Gate.judge(suite, RULES);
      closed += result.state() == GateResult.State.CLOSED ? 1 : 0;
      suspicious +=
          (int)
              result.judgements().stream()
                  .filter(each -> each.verdict() != Verdict.UNCHANGED)
                  .filter(each -> each.verdict() != Verdict.INCONCLUSIVE)
                  .count();
    }

    // 5 % of 60 suites is 3; two and a half standard errors more are 7.
    assertThat(closed).isLessThanOrEqualTo(7);
    assertThat(suspicious).isLessThanOrEqualTo(7);
  }

  @Test
  void findsTenPercentOnADriftingMachine() {
    int found = 0;
    for (int i = 0; i < 60; i++) {
      Contest contest =
          Simulated.seeded(500 + i)
              .contest("b", Metric.TIME, 8, 1.1, new Simulated.Machine(0.02, 0.02));
      found += Gate.judge(List.of(contest), RULES).state() == GateResult.State.CLOSED ? 1 : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(55);
  }

  private static Contest counted(String benchmark, Metric metric, double old, double candidate) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      blocks.add(Block.of(new double[] {old, old}, new double[] {candidate, candidate}));
    }
    return new Contest(benchmark, metric, blocks);
  }

  @Test
  void aBrokenBudgetClosesAnOpenGateAndIsNamed() {
    GateResult open = new GateResult(GateResult.State.OPEN, List.of(), List.of());
    GateResult undecided = new GateResult(GateResult.State.UNDECIDED, List.of("why"), List.of());

    assertThat(open.keeping(List.of())).isEqualTo(open);
    assertThat(open.keeping(List.of("budget broken")).state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(open.keeping(List.of("budget broken")).reasons()).containsExactly("budget broken");
    assertThat(undecided.keeping(List.of("budget broken")).state())
        .isEqualTo(GateResult.State.UNDECIDED);
  }
}
