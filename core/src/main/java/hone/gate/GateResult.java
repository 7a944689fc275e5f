package hone.gate;

import java.util.List;
import java.util.Locale;

/// Whether a candidate may pass, and why.
///
/// @param reasons    what closes the gate or keeps it undecided; for an open gate, what to know
/// @param judgements one for each contest, in the same order
public record GateResult(State state, List<String> reasons, List<Judgement> judgements) {

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
}
