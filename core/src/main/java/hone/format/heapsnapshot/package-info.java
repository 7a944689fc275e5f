/// V8's `.heapsnapshot`: every object of a heap, and what holds it.
///
/// V8 has no specification apart from `HeapProfiler.takeHeapSnapshot` of the Chrome DevTools
/// protocol; the snapshot describes its own columns under `snapshot.meta`, and those names are what
/// is relied on. Nodes, edges and names are read as a stream into plain columns, about 70 bytes a
/// node and 10 an edge; other parts (allocation stacks, locations, samples) are passed over.
@NullMarked
package hone.format.heapsnapshot;

import org.jspecify.annotations.NullMarked;
