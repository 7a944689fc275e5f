/// What `benchstat` prints, for those whose scripts expect it: its filters and projections, its
/// tables as text and as CSV.
///
/// Texts in Go's benchmark format flow in, one text and its warnings flow out. Only p is hone's own:
/// it is counted exactly, where benchstat errs on ties between sides of different size, or takes the
/// normal approximation. Nothing here judges.
@NullMarked
package hone.benchstat;

import org.jspecify.annotations.NullMarked;
