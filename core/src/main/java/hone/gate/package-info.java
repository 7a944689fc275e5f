/// Verdicts: what interleaved runs of a baseline and a candidate prove, and whether that opens the
/// gate.
///
/// Runs in blocks flow in as [hone.gate.Contest]; [hone.gate.Sequence] says whether to make more, and
/// in the end a [hone.gate.Judgement] each and one [hone.gate.GateResult] flow out. A pure function of
/// the measurements and the seed: no model, no history, no clock. How runs are made is decided elsewhere.
@NullMarked
package hone.gate;

import org.jspecify.annotations.NullMarked;
