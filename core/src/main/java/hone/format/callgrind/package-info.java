/// Valgrind's callgrind files, as callgrind, Xdebug and others write them.
///
/// The specification is "Callgrind Format Specification" in Valgrind's manual; names and positions
/// may be compressed.
@NullMarked
package hone.format.callgrind;

import org.jspecify.annotations.NullMarked;
