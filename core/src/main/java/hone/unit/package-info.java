/// Units of measure: base units inside, prefixes and percent only in text.
///
/// Knows nothing of profiles or benchmarks. What flows out is text for people; machines get the
/// plain numbers.
@NullMarked
package hone.unit;

import org.jspecify.annotations.NullMarked;
