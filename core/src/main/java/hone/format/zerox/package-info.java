/// Ticks of 0x and Clinic flame: the stacks of V8's own profiler, with names put in.
///
/// There is no specification; what is relied on is in 0x's `lib/v8-log-to-ticks.js`, whose output
/// Clinic flame keeps as `<pid>.clinic-flame-samples`: an array of stacks, outermost frame first, each
/// frame with its `name` and its `type`. Times are not kept there, so each stack is one sample.
@NullMarked
package hone.format.zerox;

import org.jspecify.annotations.NullMarked;
