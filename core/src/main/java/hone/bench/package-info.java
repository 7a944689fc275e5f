/// Benchmark results: the model, what every reader of a benchmark tool's output owes, and how the
/// right reader is found.
///
/// Bytes flow in, [hone.bench.Results] flow out: raw measurements in base units, each series with
/// the direction that is better. Each format is a package of its own below this one; they never
/// import each other. Nothing here compares or judges.
@NullMarked
package hone.bench;

import org.jspecify.annotations.NullMarked;
