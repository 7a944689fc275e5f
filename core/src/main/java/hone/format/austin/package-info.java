/// What the Austin sampler for Python records, as text or in its binary form MOJO.
///
/// The specification is "Native Output" in Austin's README, and "The MOJO file format", versions 1
/// to 3, in its wiki.
@NullMarked
package hone.format.austin;

import org.jspecify.annotations.NullMarked;
