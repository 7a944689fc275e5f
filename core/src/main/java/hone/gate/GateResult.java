package hone.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a candidate may pass, and why.
///
/// @param reasons    what closes the gate or keeps it undecided; for an open gate, what to know
/// @param judgements one for each contest, in the same order
/// @param selfTest   of the runs; nothing where none of them had a number to test on
public record GateResult(
    State state, List<String> reasons, List<Judgement> judgements, Optional<SelfTest> selfTest) {

  /// Position of the gate.
  public enum State {
    /// Nothing is proven to be worse by the threshold or more.
    OPEN,
    /// Something regressed, is missing or failed.
    CLOSED,
    /// It cannot be said: nothing was measured, or not the same thing.
    UNDECIDED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public GateResult {
    reasons = List.copyOf(reasons);
    judgements = List.copyOf(judgements);
  }

  /// The same result for a candidate that also breaks budgets: an open gate closes.
  ///
  /// @param broken a sentence for each budget; none changes nothing
  public GateResult keeping(List<String> broken) {
    if (broken.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(reasons);
    all.addAll(broken);
    return new GateResult(state == State.OPEN ? State.CLOSED : state, all, judgements, selfTest);
  }

  /// The same result with something to know beside.
  public GateResult noting(String what) {
    List<String> all = new ArrayList<>(reasons);
    all.add(what);
    return new GateResult(state, all, judgements, selfTest);
  }

  /// The same result where an open gate would prove nothing: it is undecided.
  public GateResult doubted(String reason) {
    State doubtful = state == State.OPEN ? State.UNDECIDED : state;
    return new GateResult(doubtful, reasons, judgements, selfTest).noting(reason);
  }
}
