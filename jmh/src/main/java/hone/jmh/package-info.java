/// Benchmarks of hone's own hot paths: from bytes to a profile, and from a profile to a table.
///
/// `scripts/jmh` runs them; `scripts/benchmark` measures whole commands beside other tools.
@NullMarked
package hone.jmh;

import org.jspecify.annotations.NullMarked;
