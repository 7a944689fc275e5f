/// Hands an accepted candidate over: a branch with one commit, and the evidence for it.
///
/// A judged candidate flows in; a branch name and a Markdown page flow out. Whether it deserves to
/// be delivered was decided before.
@NullMarked
package hone.deliver;

import org.jspecify.annotations.NullMarked;
