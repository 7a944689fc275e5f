/// The text that `perf script` prints of a `perf.data` file.
///
/// The specification is perf's own printing of fields in `tools/perf/builtin-script.c` of Linux,
/// and `perf-script(1)`. Binary `perf.data` is not read.
@NullMarked
package hone.format.perf;

import org.jspecify.annotations.NullMarked;
