package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

  @Test
  void closesOnAProvenRegressionAndSaysHowLarge() {
    GateResult result = Bench.gate(List.of(Simulated.seeded(1).quiet("search", 1.2)));

    Judgement judgement = result.judgements().getFirst();
    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(judgement.effect()).isCloseTo(0.2, within(0.03));
    assertThat(judgement.low()).isBetween(0.1, judgement.effect());
    assertThat(judgement.high()).isBetween(judgement.effect(), 0.3);
    assertThat(result.state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(result.reasons().getFirst()).startsWith("regressed: search sec/op +");
  }

  @Test
  void countsTheProbabilityOfFreshBlocksThatAreCleanlySeparated() {
    Judgement judgement =
        Bench.gate(List.of(Simulated.seeded(1).quiet("search", 2))).judgements().getFirst();

    // One of 6^5 orders is as extreme on this side; nothing else was flagged.
    assertThat(judgement.p()).isCloseTo(1.0 / 7776, within(1e-15));
    assertThat(judgement.figures().orElseThrow().newCount()).isEqualTo(10);
    assertThat(judgement.figures().orElseThrow().adjustedP()).isEqualTo(judgement.p());
  }

  @Test
  void opensWhereTheEffectIsBetterOrBelowTheThreshold() {
    GateResult result =
        Bench.gate(
            List.of(
                Simulated.seeded(2).quiet("faster", 0.7),
                Simulated.seeded(3).quiet("a little slower", 1.03),
                Simulated.seeded(4).quiet("a little faster", 0.97),
                Simulated.seeded(5).quiet("the same", 1)));

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
            .contest("ingest", Metric.THROUGHPUT, 0.8, new Simulated.Machine(0.01, 0));

    assertThat(Bench.gate(List.of(contest)).judgements().getFirst().verdict())
        .isEqualTo(Verdict.REGRESSED);
  }

  @Test
  void doesNotCallUnchangedWhatItOnlyFailedToSee() {
    GateResult result =
        Bench.gate(
            List.of(
                Simulated.seeded(7)
                    .contest("noisy", Metric.TIME, 1, new Simulated.Machine(0.2, 0))));

    Judgement judgement = result.judgements().getFirst();
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.figures().orElseThrow().detectable().orElseThrow()).isGreaterThan(0.05);
    assertThat(judgement.reason())
        .matches("would find .* % or more; for 5 % it takes about \\d+ runs a side, or less noise");
    assertThat(result.state()).isEqualTo(GateResult.State.OPEN);
    assertThat(result.reasons().getFirst()).startsWith("inconclusive: noisy sec/op ");
  }

  @Test
  void comparesCountsThatNeverVaryAsTheyAre() {
    GateResult result =
        Bench.gate(
            List.of(
                counted("more", Metric.ALLOCATIONS, 10, 11),
                counted("a few more", Metric.ALLOCATIONS, 1000, 1001),
                counted("fewer", Metric.ALLOCATED, 64, 0),
                counted("from nothing", Metric.ALLOCATED, 0, 64),
                counted("the same", Metric.ALLOCATED, 0, 0)));

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
        Bench.gate(List.of(counted("tick", Metric.TIME, 100, 110))).judgements().getFirst();

    assertThat(judgement.figures().orElseThrow().design()).isEqualTo(Figures.Design.BLOCKED);
  }

  @Test
  void judgesCountsThatVaryAroundZeroByRanksAlone() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < Bench.BLOCKS; i++) {
      blocks.add(Block.of(new double[] {0, 1}, new double[] {8, 9}));
    }
    Judgement judgement =
        Bench.gate(List.of(new Contest("buffers", Metric.ALLOCATIONS, blocks)))
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

    assertThat(Bench.gate(List.of()).state()).isEqualTo(GateResult.State.UNDECIDED);
    assertThat(Bench.gate(List.of(added)).reasons()).containsExactly("nothing was compared");
    assertThat(Bench.gate(List.of(spoilt)).reasons())
        .containsExactly("incomparable: old; unit differs");
  }

  @Test
  void closesOnWhatIsMissingOrFailed() {
    Contest fine = Simulated.seeded(2).quiet("fine", 0.7);
    for (Verdict verdict : List.of(Verdict.MISSING, Verdict.FAILED)) {
      Contest gone = Contest.settled("gone\u001b[2J", Metric.TIME, verdict, "exit 1\n::error::");

      GateResult result = Bench.gate(List.of(fine, gone));

      assertThat(result.state()).isEqualTo(GateResult.State.CLOSED);
      assertThat(result.reasons())
          .containsExactly(verdict + ": gone\\u001b[2J; exit 1\\u000a::error::");
      assertThatThrownBy(() -> result.judgements().get(1).effect())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static Contest counted(String benchmark, Metric metric, double old, double candidate) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < Bench.BLOCKS; i++) {
      blocks.add(Block.of(new double[] {old, old}, new double[] {candidate, candidate}));
    }
    return new Contest(benchmark, metric, blocks);
  }

  @Test
  void aBrokenBudgetClosesAnOpenGateAndIsNamed() {
    GateResult open = new GateResult(GateResult.State.OPEN, List.of(), List.of(), Optional.empty());
    GateResult undecided =
        new GateResult(GateResult.State.UNDECIDED, List.of("why"), List.of(), Optional.empty());

    assertThat(open.keeping(List.of())).isEqualTo(open);
    assertThat(open.keeping(List.of("budget broken")).state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(open.keeping(List.of("budget broken")).reasons()).containsExactly("budget broken");
    assertThat(undecided.keeping(List.of("budget broken")).state())
        .isEqualTo(GateResult.State.UNDECIDED);
  }
}
