package hone.gate;

import hone.input.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Opens or closes for what was proven, and only for that.
public final class Gate {

  private static final Set<Verdict> CLOSING =
      EnumSet.of(Verdict.REGRESSED, Verdict.MISSING, Verdict.FAILED);

  private Gate() {}

  /// The position of the gate for these judgements.
  ///
  /// What is proven closes it. A self-test that fails, or that there is nothing for, keeps it from
  /// being open.
  public static GateResult of(List<Judgement> judgements, Optional<SelfTest> selfTest) {
    return of(judgements, selfTest, List.of());
  }

  /// The position of the gate where some of what would close it is accepted. What else was to know
  /// of the result is kept, and what was accepted is told first.
  public static GateResult accepting(GateResult result, Acceptances acceptances) {
    List<String> known = of(result.judgements(), result.selfTest()).reasons();
    GateResult anew = of(result.judgements(), result.selfTest(), acceptances.judgements());
    List<String> reasons = new ArrayList<>(acceptances.sentences());
    reasons.addAll(anew.reasons());
    result.reasons().stream().filter(reason -> !known.contains(reason)).forEach(reasons::add);
    return new GateResult(anew.state(), reasons, result.judgements(), result.selfTest());
  }

  /// Whether such a judgement closes a gate, unless it is accepted.
  static boolean closes(Judgement judgement) {
    return CLOSING.contains(judgement.verdict());
  }

  private static GateResult of(
      List<Judgement> judgements, Optional<SelfTest> selfTest, List<Judgement> accepted) {
    List<Judgement> held = judgements.stream().filter(each -> !accepted.contains(each)).toList();
    GateResult.State state = state(judgements, held);
    GateResult result = new GateResult(state, reasons(state, held), judgements, selfTest);
    if (state == GateResult.State.UNDECIDED) {
      return result;
    }
    if (selfTest.isEmpty()) {
      return state == GateResult.State.OPEN
          ? result.doubted("no self-test: nothing but zeros was measured")
          : result;
    }
    return selfTest.get().holds() ? result : result.doubted(doubt(selfTest.get()));
  }

  private static String doubt(SelfTest test) {
    String benchmark = Printable.of(test.benchmark());
    return test.unchanged() == SelfTest.Outcome.FAILED
        ? "self-test: " + benchmark + " set against itself is called changed"
        : "self-test: %s made slower by %s is not seen: too noisy to judge anything"
            .formatted(benchmark, EffectText.share(test.effect()));
  }

  /// @param held all but what is accepted
  private static GateResult.State state(List<Judgement> judgements, List<Judgement> held) {
    if (held.stream().anyMatch(Gate::closes)) {
      return GateResult.State.CLOSED;
    }
    boolean compared = judgements.stream().anyMatch(each -> each.figures().isPresent());
    boolean spoilt = judgements.stream().anyMatch(each -> each.verdict() == Verdict.INCOMPARABLE);
    return compared && !spoilt ? GateResult.State.OPEN : GateResult.State.UNDECIDED;
  }

  private static List<String> reasons(GateResult.State state, List<Judgement> judgements) {
    return switch (state) {
      case CLOSED -> sentences(judgements, CLOSING);
      case UNDECIDED -> {
        List<String> spoilt = sentences(judgements, EnumSet.of(Verdict.INCOMPARABLE));
        yield spoilt.isEmpty() ? List.of("nothing was compared") : spoilt;
      }
      case OPEN -> sentences(judgements, EnumSet.of(Verdict.INCONCLUSIVE));
    };
  }

  private static List<String> sentences(List<Judgement> judgements, Set<Verdict> verdicts) {
    return judgements.stream()
        .filter(each -> verdicts.contains(each.verdict()))
        .map(Gate::sentence)
        .toList();
  }

  /// `regressed: Encode sec/op +18.2 % [+15.0, +21.4], p = 0.0002`.
  static String sentence(Judgement judgement) {
    StringBuilder sentence =
        new StringBuilder(judgement.verdict() + ": " + Printable.of(judgement.benchmark()));
    if (judgement.figures().isPresent()) {
      sentence.append(' ').append(Printable.of(judgement.metric().name()));
      sentence.append(' ').append(EffectText.figures(judgement));
    }
    if (!judgement.reason().isEmpty()) {
      sentence.append("; ").append(Printable.of(judgement.reason()));
    }
    return sentence.toString();
  }
}
