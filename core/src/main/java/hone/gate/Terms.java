package hone.gate;

/// What is asked of a sequence of runs, and how long it may get.
///
/// @param looks at the first runs
/// @param seed  decides how a benchmark is set against itself for the self-test
public record Terms(Rules rules, Looks looks, Purpose purpose, long seed) {

  /// What the verdicts are for.
  public enum Purpose {
    /// Everything is to be settled, the self-test too.
    GATE,
    /// A gain is claimed: as soon as one is flagged it is confirmed, and without one nothing else is.
    CLAIM
  }

  /// The same with other looks.
  public Terms with(Looks other) {
    return new Terms(rules, other, purpose, seed);
  }
}
