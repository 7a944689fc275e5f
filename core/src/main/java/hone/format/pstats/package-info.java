/// What Python's `cProfile` and `profile` dump: a table of functions and their callers, as marshal.
///
/// The specification is CPython's `Lib/pstats.py`, `Lib/cProfile.py` and `Python/marshal.c`. The
/// dump is parsed and never executed.
@NullMarked
package hone.format.pstats;

import org.jspecify.annotations.NullMarked;
