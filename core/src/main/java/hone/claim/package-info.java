/// What a coding agent is shown of the profiles, and which of its words are true.
///
/// The extract is text of a bounded size, the same for the same profiles. An answer is data from
/// outside: it is read under the schema of findings, and each of its claims stands or falls by the
/// findings that were computed here. No figure of an agent goes any further.
@NullMarked
package hone.claim;

import org.jspecify.annotations.NullMarked;
