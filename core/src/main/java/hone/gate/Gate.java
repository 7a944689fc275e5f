package hone.gate;

import hone.input.Printable;
import hone.stat.Corrections;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges a candidate against its baseline by measurements alone.
///
/// The number of runs is fixed beforehand: each contest is looked at once, and all probabilities of
/// the suite are corrected together, so that identical code raises a false alarm anywhere in the
/// suite with at most the significance's probability. Looking again and again while runs are added
/// needs other levels for each look; they enter where [Weighing] compares the corrected probability.
public final class Gate {

  private static final Set<Verdict> CLOSING =
      EnumSet.of(Verdict.REGRESSED, Verdict.MISSING, Verdict.FAILED);

  private Gate() {}

  /// A verdict for each contest, and the position of the gate.
  ///
  /// Cost: about a millisecond for a contest of 6 blocks, some tens for one of 15.
  public static GateResult judge(List<Contest> contests, Rules rules) {
    List<Judgement> judgements = judgements(contests, rules);
    GateResult.State state = state(judgements);
    return new GateResult(state, reasons(state, judgements), judgements);
  }

  private static List<Judgement> judgements(List<Contest> contests, Rules rules) {
    List<Optional<Evidence>> evidence = contests.stream().map(Gate::evidence).toList();
    double[] p =
        evidence.stream()
            .flatMap(Optional::stream)
            .filter(each -> !each.isExact())
            .mapToDouble(Evidence::p)
            .toArray();
    double[] adjusted = Corrections.holm(p);
    Weighing weighing = new Weighing(rules, p.length);
    List<Judgement> judgements = new ArrayList<>();
    int sampled = 0;
    for (int i = 0; i < contests.size(); i++) {
      Contest contest = contests.get(i);
      if (evidence.get(i).isEmpty()) {
        judgements.add(settled(contest));
      } else if (evidence.get(i).get().isExact()) {
        judgements.add(weighing.exact(contest, evidence.get(i).get()));
      } else {
        judgements.add(
            weighing.sampled(contest, evidence.get(i).get(), p[sampled], adjusted[sampled]));
        sampled++;
      }
    }
    return judgements;
  }

  private static Optional<Evidence> evidence(Contest contest) {
    return contest.settled().isPresent()
        ? Optional.empty()
        : Optional.of(Evidence.of(contest.metric(), contest.blocks()));
  }

  private static Judgement settled(Contest contest) {
    Contest.Settled settled = contest.settled().orElseThrow();
    return new Judgement(
        contest.benchmark(),
        contest.metric(),
        settled.verdict(),
        Optional.empty(),
        settled.reason());
  }

  private static GateResult.State state(List<Judgement> judgements) {
    if (judgements.stream().anyMatch(each -> CLOSING.contains(each.verdict()))) {
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
