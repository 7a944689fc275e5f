package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimTest {

  private static final Contest FASTER = Simulated.seeded(1).quiet("search", 0.6);
  private static final Contest SAME = Simulated.seeded(2).quiet("ingest", 1);
  private static final Contest SLOWER = Simulated.seeded(3).quiet("render", 1.3);

  @Test
  void acceptsAProvenGainThatCostsNothingElse() {
    Claim claim = Bench.claim(List.of(SAME, FASTER));

    assertThat(claim).isInstanceOf(Claim.Accepted.class);
    assertThat(((Claim.Accepted) claim).best().benchmark()).isEqualTo("search");
    assertThat(claim.text()).matches("improved: search sec/op −(39|40|41)\\..*p = 0.0001");
  }

  @Test
  void rejectsWhatIsNotProvenToBeFaster() {
    Claim claim = Bench.claim(List.of(SAME));

    assertThat(reason(claim)).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(claim.text()).startsWith("nothing improved; the best is unchanged: ingest sec/op ");
  }

  @Test
  void rejectsWhatIsSlower() {
    Claim claim = Bench.claim(List.of(SLOWER));

    assertThat(reason(claim)).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(claim.text())
        .matches("nothing improved; the best is \\S+: render sec/op \\+(29|30|31)\\..*");
  }

  @Test
  void rejectsAGainBelowTheThreshold() {
    Contest slightly = Simulated.seeded(4).quiet("search", 0.97);

    Claim claim = Bench.claim(List.of(slightly));

    assertThat(reason(claim)).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(claim.text()).contains("minor-improved: search");
  }

  @Test
  void rejectsAGainThatIsPaidForElsewhere() {
    Claim claim = Bench.claim(List.of(FASTER, SLOWER));

    assertThat(reason(claim)).isEqualTo(Claim.Reason.REGRESSED_ELSEWHERE);
    assertThat(claim.text()).startsWith("regressed: render sec/op +");
  }

  @Test
  void rejectsAGainThatNoWorkCanMake() {
    Contest gone = Simulated.seeded(5).quiet("search", 3e-7);
    Contest nearly = Simulated.seeded(5).quiet("search", 3e-6);

    Claim claim = Bench.claim(List.of(SAME, gone));

    assertThat(reason(claim)).isEqualTo(Claim.Reason.SUSPICIOUS);
    assertThat(claim.text())
        .matches(
            "search sec/op went from [\\d.]+ (ms|µs) to 0\\.(29|30)\\d* ns, and no work takes under 1 ns:"
                + " it is not done any more");
    assertThat(Bench.claim(List.of(SAME, nearly))).isInstanceOf(Claim.Accepted.class);
    assertThat(reason(Bench.claim(List.of(gone, SLOWER))))
        .isEqualTo(Claim.Reason.REGRESSED_ELSEWHERE);
  }

  @Test
  void rejectsAThroughputThatNoWorkCanHave() {
    Simulated.Machine quiet = new Simulated.Machine(0.01, 0);
    Contest gone = Simulated.seeded(6).contest("search", Metric.THROUGHPUT, 3000, quiet);
    Contest nearly = Simulated.seeded(6).contest("search", Metric.THROUGHPUT, 300, quiet);

    assertThat(reason(Bench.claim(List.of(gone)))).isEqualTo(Claim.Reason.SUSPICIOUS);
    assertThat(Bench.claim(List.of(nearly))).isInstanceOf(Claim.Accepted.class);
  }

  @Test
  void rejectsAGainInMemoryAlone() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < Bench.BLOCKS; i++) {
      blocks.add(Block.of(new double[] {64, 64}, new double[] {16, 16}));
    }
    Contest smaller = new Contest("ingest", Metric.ALLOCATED, blocks);

    assertThat(reason(Bench.claim(List.of(SAME, smaller)))).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(reason(Bench.claim(List.of(smaller)))).isEqualTo(Claim.Reason.FAILED);
  }

  @Test
  void rejectsWhatBreaksOrLosesABenchmark() {
    for (Verdict verdict : List.of(Verdict.FAILED, Verdict.MISSING, Verdict.INCOMPARABLE)) {
      Contest gone = Contest.settled("gone", Metric.TIME, verdict, "exit 1");

      Claim claim = Bench.claim(List.of(FASTER, gone));

      assertThat(reason(claim)).isEqualTo(Claim.Reason.FAILED);
      assertThat(claim.text()).isEqualTo(verdict + ": gone; exit 1");
    }
    assertThat(reason(Bench.claim(List.of()))).isEqualTo(Claim.Reason.FAILED);
  }

  @Test
  void holdsANamedBenchmarkToItsName() {
    GateResult result = Bench.gate(List.of(FASTER, SAME));

    assertThat(Claim.judge(result, Set.of("search"))).isInstanceOf(Claim.Accepted.class);
    assertThat(reason(Claim.judge(result, Set.of("ingest")))).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(Claim.judge(result, Set.of("export")).text()).isEqualTo("not measured: export");
  }

  @Test
  void runsNothingAfreshWhereNothingIsBetter() {
    Bench claimed = Bench.of(List.of(SAME, SLOWER), Bench.terms(Terms.Purpose.CLAIM, 15));
    Bench judged = Bench.of(List.of(SAME, SLOWER), Bench.terms(Terms.Purpose.GATE, 15));

    assertThat(claimed.fresh()).isZero();
    assertThat(claimed.result().judgements().get(1).reason())
        .isEqualTo("not run again, as nothing is better");
    assertThat(judged.fresh()).isEqualTo(5);
    assertThat(judged.result().judgements().get(1).verdict()).isEqualTo(Verdict.REGRESSED);
  }

  @Test
  void confirmsAGainAtOnceAndLooksAtTheOthersOnceMore() {
    Contest noisy =
        Simulated.seeded(3).contest("noisy", Metric.TIME, 1, new Simulated.Machine(0.04, 0));
    Contest noisier =
        Simulated.seeded(7).contest("noisier", Metric.TIME, 1, new Simulated.Machine(0.5, 0));
    List<Contest> contests = List.of(FASTER, noisy, noisier);

    Bench bench = Bench.of(contests, Bench.terms(Terms.Purpose.CLAIM, 15));

    assertThat(bench.first()).isEqualTo(3);
    assertThat(bench.fresh()).isEqualTo(5);
    assertThat(bench.result().judgements())
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.IMPROVED, Verdict.UNCHANGED, Verdict.INCONCLUSIVE);
    assertThat(bench.result().judgements().get(1).figures().orElseThrow().newCount()).isEqualTo(16);
  }

  @Test
  void acceptsNothingFromRunsThatCallIdenticalCodeChanged() {
    GateResult result = Bench.gate(List.of(FASTER, SAME));
    SelfTest wolf = new SelfTest("ingest", SelfTest.Outcome.FAILED, SelfTest.Outcome.PASSED, 0.1);

    Claim claim =
        Claim.judge(
            new GateResult(result.state(), List.of(), result.judgements(), Optional.of(wolf)),
            Set.of());

    assertThat(reason(claim)).isEqualTo(Claim.Reason.FAILED);
  }

  @Test
  void spellsItsReasonsAsDocumentsDo() {
    assertThat(Claim.Reason.REGRESSED_ELSEWHERE).hasToString("regressed-elsewhere");
  }

  private static Claim.Reason reason(Claim claim) {
    return switch (claim) {
      case Claim.Rejected rejected -> rejected.reason();
      case Claim.Accepted accepted -> throw new AssertionError("accepted: " + accepted.text());
    };
  }
}
