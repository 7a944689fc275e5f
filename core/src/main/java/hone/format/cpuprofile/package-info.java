/// V8's `.cpuprofile`: what Node.js and Chrome write.
///
/// The specification is `Profiler.Profile` of the Chrome DevTools protocol; before 2016 the nodes
/// were a tree under `head` instead of a list, and both are read. Times are microseconds there and
/// nanoseconds here.
@NullMarked
package hone.format.cpuprofile;

import org.jspecify.annotations.NullMarked;
