/// Statistics for performance measurements: exact rank tests, intervals by inverting them,
/// corrections for many tests at once.
///
/// Arrays of numbers flow in and are never changed; small records of probabilities and intervals
/// flow out. Everything is deterministic. Nothing here knows what is measured, what is better, or
/// what counts as too much: that is for whoever asks.
@NullMarked
package hone.stat;

import org.jspecify.annotations.NullMarked;
