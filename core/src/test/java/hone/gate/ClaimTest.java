package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimTest {

  private static final Rules RULES = Rules.defaults();
  private static final Contest FASTER = Simulated.seeded(1).quiet("search", 6, 0.6);
  private static final Contest SAME = Simulated.seeded(2).quiet("ingest", 6, 1);
  private static final Contest SLOWER = Simulated.seeded(3).quiet("render", 6, 1.3);

  @Test
  void acceptsAProvenGainThatCostsNothingElse() {
    Claim claim = Claim.judge(List.of(SAME, FASTER), RULES);

    assertThat(claim).isInstanceOf(Claim.Accepted.class);
    assertThat(((Claim.Accepted) claim).best().benchmark()).isEqualTo("search");
    assertThat(claim.text()).matches("improved: search sec/op −(39|40|41)\\..*p < 0.0001");
  }

  @Test
  void rejectsWhatIsNotProvenToBeFaster() {
    Claim claim = Claim.judge(List.of(SAME), RULES);

    assertThat(reason(claim)).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(claim.text()).startsWith("nothing improved; the best is unchanged: ingest sec/op ");
  }

  @Test
  void rejectsAGainBelowTheThreshold() {
    Contest slightly = Simulated.seeded(4).quiet("search", 10, 0.97);

    Claim claim = Claim.judge(List.of(slightly), RULES);

    assertThat(reason(claim)).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(claim.text()).contains("minor-improved: search");
  }

  @Test
  void rejectsAGainThatIsPaidForElsewhere() {
    Claim claim = Claim.judge(List.of(FASTER, SLOWER), RULES);

    assertThat(reason(claim)).isEqualTo(Claim.Reason.REGRESSED_ELSEWHERE);
    assertThat(claim.text()).startsWith("regressed: render sec/op +");
  }

  @Test
  void rejectsAGainInMemoryAlone() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      blocks.add(Block.of(new double[] {64, 64}, new double[] {16, 16}));
    }
    Contest smaller = new Contest("ingest", Metric.ALLOCATED, blocks);

    assertThat(reason(Claim.judge(List.of(SAME, smaller), RULES)))
        .isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(reason(Claim.judge(List.of(smaller), RULES))).isEqualTo(Claim.Reason.FAILED);
  }

  @Test
  void rejectsWhatBreaksOrLosesABenchmark() {
    for (Verdict verdict : List.of(Verdict.FAILED, Verdict.MISSING, Verdict.INCOMPARABLE)) {
      Contest gone = Contest.settled("gone", Metric.TIME, verdict, "exit 1");

      Claim claim = Claim.judge(List.of(FASTER, gone), RULES);

      assertThat(reason(claim)).isEqualTo(Claim.Reason.FAILED);
      assertThat(claim.text()).isEqualTo(verdict + ": gone; exit 1");
    }
    assertThat(reason(Claim.judge(List.of(), RULES))).isEqualTo(Claim.Reason.FAILED);
  }

  @Test
  void holdsANamedBenchmarkToItsName() {
    GateResult result = Gate.judge(List.of(FASTER, SAME), RULES);

    assertThat(Claim.judge(result, Set.of("search"))).isInstanceOf(Claim.Accepted.class);
    assertThat(reason(Claim.judge(result, Set.of("ingest")))).isEqualTo(Claim.Reason.NOT_IMPROVED);
    assertThat(Claim.judge(result, Set.of("export")).text()).isEqualTo("not measured: export");
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
