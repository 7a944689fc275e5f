/// Text that the Austin sampler for Python prints.
///
/// The specification is "Native Output" in Austin's README. Its binary form, MOJO, is not read.
@NullMarked
package hone.format.austin;

import org.jspecify.annotations.NullMarked;
