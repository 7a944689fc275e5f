/// Flame graphs as pictures: SVG of flamegraph.pl, inferno and py-spy, HTML of async-profiler.
///
/// None has a specification; what is relied on is in the sources of those programs. A picture is
/// what people often still have of a recording, and it has lost much: frames too narrow to be
/// drawn, everything but one count, and mostly files and lines. A warning says so with each.
@NullMarked
package hone.format.flamegraph;

import org.jspecify.annotations.NullMarked;
