/// What every reader of foreign bytes shares: where they come from, how sure a reader is, what it
/// says of bad records, and how much it takes.
///
/// Bytes from tools, profiles and repositories are untrusted: they are bounded here and judged by
/// content, never by name.
@NullMarked
package hone.input;

import org.jspecify.annotations.NullMarked;
