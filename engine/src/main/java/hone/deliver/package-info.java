/// Hands an accepted candidate over: a branch with one commit, the evidence for it, and a pull
/// request where a forge is named.
///
/// A judged candidate flows in; a branch name, a Markdown page and a pull request flow out. Whether
/// it deserves to be delivered was decided before.
@NullMarked
package hone.deliver;

import org.jspecify.annotations.NullMarked;
