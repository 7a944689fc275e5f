/// Collapsed stacks: text with one stack a line, as FlameGraph, py-spy, async-profiler and bpftrace
/// write it.
///
/// The specification is the text of FlameGraph's "fold stacks" step; py-spy's `function (file:line)`
/// is understood in frames.
@NullMarked
package hone.format.collapsed;

import org.jspecify.annotations.NullMarked;
