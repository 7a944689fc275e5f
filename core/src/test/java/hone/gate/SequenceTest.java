package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.Metric;
import hone.gate.Terms.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {

  private static final Terms TERMS = Bench.terms(Purpose.GATE, 15);
  private static final Simulated.Machine NOISY = new Simulated.Machine(0.2, 0);

  @Test
  void stopsAtTheFirstLookWhereAllIsPlain() {
    Bench bench = Bench.of(List.of(Simulated.seeded(5).quiet("same", 1)), TERMS);

    assertThat(bench.first()).isEqualTo(3);
    assertThat(bench.fresh()).isZero();
    assertThat(verdicts(bench)).containsExactly(Verdict.UNCHANGED);
  }

  @Test
  void goesOnFromLookToLookWhereNothingIs() {
    Contest noisy = Simulated.seeded(7).contest("noisy", Metric.TIME, 1, NOISY);
    List<Integer> asked = new ArrayList<>();

    for (int blocks = 3; ; ) {
      if (!(next(List.of(noisy), blocks) instanceof Next.Measure more)) {
        break;
      }
      assertThat(more.phase()).isEqualTo(Phase.FIRST);
      assertThat(more.why()).isEqualTo("1 undecided");
      blocks = more.blocks();
      asked.add(blocks);
    }

    assertThat(asked).containsExactly(5, 7, 10, 15);
  }

  @Test
  void asksForFewFreshBlocksWhereTheChangeIsPlainAndForMoreWhereItIsNot() {
    Contest plain = Simulated.seeded(1).quiet("plain", 1.4);
    Contest close = Simulated.seeded(1).quiet("close", 1.055);

    assertThat(next(List.of(plain), 3)).isEqualTo(fresh(5, "confirming 1"));
    assertThat(next(List.of(plain, close), 3)).isEqualTo(fresh(10, "confirming 2"));
  }

  @Test
  void runsThatOthersNeedDoNotChangeWhatIsSettled() {
    Contest same = Simulated.seeded(5).quiet("same", 1);
    Contest noisy = Simulated.seeded(7).contest("noisy", Metric.TIME, 1, NOISY);

    Bench alone = Bench.of(List.of(same), TERMS);
    Bench beside = Bench.of(List.of(same, noisy), TERMS);

    assertThat(beside.first()).isEqualTo(15);
    assertThat(beside.result().judgements().getFirst())
        .isEqualTo(alone.result().judgements().getFirst());
    assertThat(beside.result().judgements().getFirst().figures().orElseThrow().newCount())
        .isEqualTo(6);
  }

  @Test
  void whatFreshRunsDoNotShowIsNotCalledChanged() {
    Contest before = Simulated.seeded(1).quiet("warmed up", 1.2);
    Contest after = Simulated.seeded(2).quiet("warmed up", 1);
    List<Block> blocks = new ArrayList<>(before.blocks().subList(0, 15));
    blocks.addAll(after.blocks().subList(15, 25));

    Bench bench = Bench.of(List.of(new Contest("warmed up", Metric.TIME, blocks)), TERMS);

    assertThat(bench.fresh()).isPositive();
    assertThat(verdicts(bench)).containsExactly(Verdict.UNCHANGED);
    assertThat(bench.result().state()).isEqualTo(GateResult.State.OPEN);
  }

  @Test
  void whatFailsOnFreshRunsOnlyIsFailed() {
    Contest slower = Simulated.seeded(1).quiet("slower", 1.4);
    Contest gone = Contest.settled("slower", Metric.TIME, Verdict.FAILED, "exit 1");
    Contest other = Contest.settled("other", Metric.TIME, Verdict.FAILED, "exit 2");

    Next next =
        Sequence.next(
            List.of(new Contest("slower", Metric.TIME, slower.blocks().subList(0, 3))),
            List.of(gone, other),
            TERMS);

    assertThat(((Next.Judged) next).result().judgements())
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.FAILED, Verdict.FAILED);
  }

  @Test
  void testsItselfOnTheQuietestBenchmark() {
    Contest quiet = Simulated.seeded(5).quiet("quiet", 1.3);
    Contest noisy = Simulated.seeded(7).contest("noisy", Metric.TIME, 1, NOISY);

    SelfTest test = Bench.of(List.of(noisy, quiet), TERMS).result().selfTest().orElseThrow();

    assertThat(test)
        .isEqualTo(new SelfTest("quiet", SelfTest.Outcome.PASSED, SelfTest.Outcome.PASSED, 0.1));
  }

  @Test
  void doesNotOpenWhereARegressionWouldNotBeSeen() {
    Contest noisy =
        Simulated.seeded(7).contest("noisy", Metric.TIME, 1, new Simulated.Machine(0.5, 0));

    GateResult result = Bench.of(List.of(noisy), TERMS).result();

    assertThat(result.state()).isEqualTo(GateResult.State.UNDECIDED);
    assertThat(result.reasons())
        .contains("self-test: noisy made slower by 10 % is not seen: too noisy to judge anything");
  }

  @Test
  void doesNotOpenWhereThereIsNothingToTestItselfOn() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < Bench.BLOCKS; i++) {
      blocks.add(Block.of(new double[] {0, 0}, new double[] {0, 0}));
    }

    GateResult result =
        Bench.of(List.of(new Contest("none", Metric.ALLOCATED, blocks)), TERMS).result();

    assertThat(result.state()).isEqualTo(GateResult.State.UNDECIDED);
    assertThat(result.reasons()).containsExactly("no self-test: nothing but zeros was measured");
  }

  @Test
  void putsARegressionInWhereMoreIsBetterToo() {
    Contest throughput =
        Simulated.seeded(5).contest("ingest", Metric.THROUGHPUT, 1, new Simulated.Machine(0.01, 0));

    assertThat(Bench.of(List.of(throughput), TERMS).result().selfTest().orElseThrow().holds())
        .isTrue();
  }

  @Test
  void looksAtMostFiveTimes() {
    assertThat(Looks.upTo(15).blocks()).containsExactly(3, 5, 7, 10, 15);
    assertThat(Looks.upTo(6).blocks()).containsExactly(3, 5, 6);
    assertThat(Looks.upTo(3).blocks()).containsExactly(3);
    assertThat(Looks.upTo(15).from(6).blocks()).containsExactly(7, 10, 15);
    assertThat(Looks.upTo(6).from(6).blocks()).containsExactly(6);
    assertThat(Looks.upTo(15).until(7).blocks()).containsExactly(3, 5, 7);
    assertThatThrownBy(() -> Looks.upTo(2)).hasMessage("blocks are not between 3 and 15: 2");
    assertThatThrownBy(() -> new Looks(List.of(5, 4))).hasMessage("no looks: [5, 4]");
  }

  private static Next next(List<Contest> contests, int blocks) {
    return Sequence.next(
        contests.stream()
            .map(each ->
                new Contest(each.benchmark(), each.metric(), each.blocks().subList(0, blocks)))
            .toList(),
        List.of(),
        TERMS);
  }

  private static Next fresh(int blocks, String why) {
    return new Next.Measure(Phase.FRESH, blocks, why);
  }

  private static List<Verdict> verdicts(Bench bench) {
    return bench.result().judgements().stream().map(Judgement::verdict).toList();
  }
}
