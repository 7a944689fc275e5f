/// The stacks of Clinic bubbleprof: where each asynchronous operation of a Node.js program was
/// started.
///
/// The specification is `format/stack-trace.proto` and `format/abstract-encoder.js` of
/// clinicjs/node-clinic-bubbleprof: messages of protocol buffers, each with its length before it in
/// four bytes, the highest first.
@NullMarked
package hone.format.bubbleprof;

import org.jspecify.annotations.NullMarked;
