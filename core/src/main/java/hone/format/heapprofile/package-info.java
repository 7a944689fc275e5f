/// V8's `.heapprofile`: allocations that were sampled and are still alive.
///
/// The specification is `HeapProfiler.SamplingHeapProfile` of the Chrome DevTools protocol: a tree
/// of calls under `head`, each with the bytes allocated there itself, and optionally the samples
/// they come from. Lines are where functions begin, because the format has no others.
@NullMarked
package hone.format.heapprofile;

import org.jspecify.annotations.NullMarked;
