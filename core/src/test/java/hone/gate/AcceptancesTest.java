package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.Metric;
import hone.service.Acceptance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A gate that closes for one regression of about 20 % and one benchmark that is missing.
class AcceptancesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final GateResult SLOWER =
      Bench.gate(
          List.of(Simulated.seeded(1).quiet("search", 1.2), Simulated.seeded(2).quiet("other", 1)));
  private static final GateResult GONE =
      Bench.gate(
          List.of(
              Simulated.seeded(1).quiet("search", 1),
              Contest.settled("gone", Metric.TIME, Verdict.MISSING, "not there")));

  @Test
  void opensForWhatIsAcceptedAndSaysSoFirst() {
    GateResult result = gate(SLOWER, slower("search", 0.3, TODAY));

    assertThat(result.state()).isEqualTo(GateResult.State.OPEN);
    assertThat(result.reasons().getFirst())
        .startsWith("accepted: regressed: search sec/op +")
        .endsWith("by payments until 2026-12-01: checked now");
    assertThat(result.judgements()).isEqualTo(SLOWER.judgements());
  }

  @ParameterizedTest
  @CsvSource({
    "search, 0.1, 2026-12-01, accepted is up to 10 %",
    "search, 0.3, 2026-11-30, it expired on 2026-11-30",
    "search, 0.3, 2028-01-01, is more than 366 days away",
    "serach, 0.3, 2026-12-31, no such benchmark and metric was measured",
    "other, 0.3, 2026-12-31, there is nothing to accept: it is unchanged",
  })
  void staysClosedAndSaysWhy(String benchmark, double upTo, LocalDate expires, String why) {
    GateResult result = gate(SLOWER, slower(benchmark, upTo, expires));

    assertThat(result.state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(result.reasons().getFirst())
        .startsWith("hone-accepted.yaml:3: " + benchmark + " sec/op: not accepted: ")
        .contains(why);
    assertThat(result.reasons().getLast()).startsWith("regressed: search");
  }

  @Test
  void hidesWhatIsMissingOnlyWhereItIsNamedSo() {
    GateResult asSlower = gate(GONE, slower("gone", 9, TODAY));
    GateResult asMissing =
        gate(
            GONE,
            new Acceptance(
                "gone",
                Optional.empty(),
                Acceptance.Of.MISSING,
                0,
                "not sold any more",
                "payments",
                TODAY,
                1));

    assertThat(asSlower.state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(asSlower.reasons().getFirst()).contains("it is missing, accepted is regressed");
    assertThat(asMissing.state()).isEqualTo(GateResult.State.OPEN);
  }

  @Test
  void letsNothingElseThrough() {
    GateResult two =
        Bench.gate(
            List.of(
                Simulated.seeded(1).quiet("search", 1.2), Simulated.seeded(6).quiet("sort", 1.5)));

    GateResult result = gate(two, slower("search", 0.3, TODAY));

    assertThat(result.state()).isEqualTo(GateResult.State.CLOSED);
    assertThat(result.reasons()).hasSize(2);
    assertThat(result.reasons().getLast()).startsWith("regressed: sort");
  }

  @Test
  void keepsASelfTestThatFailedFromBeingOverlooked() {
    SelfTest failed = new SelfTest("search", SelfTest.Outcome.FAILED, SelfTest.Outcome.PASSED, 0.1);
    GateResult doubtful = Gate.of(SLOWER.judgements(), Optional.of(failed));

    GateResult result = gate(doubtful, slower("search", 0.3, TODAY));

    assertThat(result.state()).isEqualTo(GateResult.State.UNDECIDED);
  }

  @Test
  void keepsWhatElseWasToKnow() {
    GateResult result =
        gate(SLOWER.noting("stopped after 12 runs a side"), slower("search", 0.3, TODAY));

    assertThat(result.reasons()).contains("stopped after 12 runs a side");
  }

  private static GateResult gate(GateResult result, Acceptance words) {
    return Gate.accepting(
        result, Acceptances.of(result.judgements(), "hone-accepted.yaml", List.of(words), TODAY));
  }

  private static Acceptance slower(String benchmark, double upTo, LocalDate expires) {
    return new Acceptance(
        benchmark,
        Optional.of("sec/op"),
        Acceptance.Of.REGRESSED,
        upTo,
        "checked now",
        "payments",
        expires,
        3);
  }
}
