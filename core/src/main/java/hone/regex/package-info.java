/// Regular expressions as people know them from Go, for this platform: what Go refuses is refused,
/// and what is taken means what it means there.
///
/// In comes the text of an expression, out goes the text that `java.util.regex` understands. Nothing
/// is matched here, and groups capture nothing: all that hone asks is whether there is a match.
@NullMarked
package hone.regex;

import org.jspecify.annotations.NullMarked;
