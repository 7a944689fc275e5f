/// V8's own profiler: the log of `node --prof`, and what `node --prof-process --preprocess` makes of
/// it.
///
/// There is no specification; what is relied on is in V8's `tools/tickprocessor.mjs`. A log tells
/// where code is created, moved and deleted, and which addresses each tick met; as V8's tool does,
/// addresses without code are left out of a stack. Names of C++ functions are not in the log, so
/// native code is named by its library.
@NullMarked
package hone.format.v8log;

import org.jspecify.annotations.NullMarked;
