/// Clinic Doctor's measurements of a Node.js process, one every ten milliseconds.
///
/// The specification is `format/process-stat.proto` and `collect/process-stat.js` of
/// clinicjs/node-clinic-doctor: messages of protocol buffers, each with its length before it in two
/// bytes, the highest first.
@NullMarked
package hone.format.processstat;

import org.jspecify.annotations.NullMarked;
