package hone.gate;

import hone.input.Printable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether a change that claims to make something faster does, and makes nothing worse.
public sealed interface Claim {

  /// The claim is proven.
  ///
  /// @param best the largest proven gain in time or throughput
  record Accepted(Judgement best, String text) implements Claim {}

  /// The claim is not proven, or is paid for elsewhere.
  ///
  /// @param text what was measured, for people
  record Rejected(Reason reason, String text) implements Claim {}

  /// Why a claim is turned down.
  enum Reason {
    /// No time or throughput is proven to be better by the threshold or more.
    NOT_IMPROVED,
    /// Something else is proven to be worse by the threshold or more.
    REGRESSED_ELSEWHERE,
    /// Something is faster than any work can be.
    SUSPICIOUS,
    /// A benchmark failed, went missing or measured something else, or none was compared.
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Text for people, whatever the outcome.
  String text();

  /// Judges a claim.
  ///
  /// @param named benchmarks that must each be improved in time or throughput; if none is named, any
  ///              one will do
  static Claim judge(GateResult result, Set<String> named) {
    List<Judgement> judgements = result.judgements();
    if (result.selfTest().map(SelfTest::unchanged).equals(Optional.of(SelfTest.Outcome.FAILED))) {
      return new Rejected(Reason.FAILED, "self-test: identical code is called changed");
    }
    Optional<Judgement> spoilt =
        first(judgements, EnumSet.of(Verdict.FAILED, Verdict.MISSING, Verdict.INCOMPARABLE));
    if (spoilt.isPresent()) {
      return new Rejected(Reason.FAILED, Gate.sentence(spoilt.get()));
    }
    Optional<Judgement> fastest = fastest(judgements);
    if (fastest.isEmpty()) {
      return new Rejected(Reason.FAILED, "no time or throughput was compared");
    }
    for (String name : named) {
      Optional<Judgement> own =
          fastest(judgements.stream().filter(each -> each.benchmark().equals(name)).toList());
      if (own.isEmpty()) {
        return new Rejected(Reason.FAILED, "not measured: " + Printable.of(name));
      }
      if (own.get().verdict() != Verdict.IMPROVED) {
        return new Rejected(Reason.NOT_IMPROVED, Gate.sentence(own.get()));
      }
    }
    if (fastest.get().verdict() != Verdict.IMPROVED) {
      return new Rejected(
          Reason.NOT_IMPROVED, "nothing improved; the best is " + Gate.sentence(fastest.get()));
    }
    return first(judgements, EnumSet.of(Verdict.REGRESSED))
        .<Claim>map(worse -> new Rejected(Reason.REGRESSED_ELSEWHERE, Gate.sentence(worse)))
        .or(() -> VanishedWork.in(judgements).map(gone -> new Rejected(Reason.SUSPICIOUS, gone)))
        .orElseGet(() -> new Accepted(fastest.get(), Gate.sentence(fastest.get())));
  }

  private static Optional<Judgement> first(List<Judgement> judgements, Set<Verdict> verdicts) {
    return judgements.stream().filter(each -> verdicts.contains(each.verdict())).findFirst();
  }

  /// The best time or throughput: proven gains first, then by size.
  private static Optional<Judgement> fastest(List<Judgement> judgements) {
    return judgements.stream()
        .filter(each -> each.metric().isSpeed() && each.figures().isPresent())
        .max(
            Comparator.comparing((Judgement each) -> each.verdict() == Verdict.IMPROVED)
                .thenComparingDouble(each -> each.metric().better().gain(each.effect())));
  }
}
