/// What Python's `tracemalloc.Snapshot.dump` writes, as pickle: allocations and where they were made.
///
/// The specification is CPython's `Lib/tracemalloc.py`, `Lib/pickle.py` and `Lib/pickletools.py`.
/// The dump is parsed by a reader that makes numbers, texts, tuples, lists and dicts and knows two
/// classes, as names; nothing of it is ever executed.
@NullMarked
package hone.format.tracemalloc;

import org.jspecify.annotations.NullMarked;
