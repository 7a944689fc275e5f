package hone.gate;

/// What to do after the runs made so far.
public sealed interface Next {

  /// Go on measuring.
  ///
  /// @param blocks that the phase is to have then
  /// @param why    for people, a few words
  record Measure(Phase phase, int blocks, String why) implements Next {}

  /// Nothing is left to do.
  record Judged(GateResult result) implements Next {}
}
