/// Chrome trace events: what Chrome, Node.js, Hermes, VizTracer and many tools beside them write.
///
/// The specification is Google's "Trace Event Format"; profiles inside a trace are those of the
/// Chrome DevTools protocol, in pieces. A file is an array of events, whose end may be missing, or
/// an object that has the array under `traceEvents`. Counters, instants, flows, asynchronous and
/// object events measure no stack and are not read; how many there were is said.
@NullMarked
package hone.format.chrometrace;

import org.jspecify.annotations.NullMarked;
