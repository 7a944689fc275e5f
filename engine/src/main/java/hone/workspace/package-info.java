/// Git repositories, worktrees and patches: where a revision is built and measured, and what a
/// patch may touch.
///
/// Revisions and patch texts flow in, directories and commits flow out. Only the git program
/// touches the repository; its hooks never run. What a patch is worth is not decided here.
@NullMarked
package hone.workspace;

import org.jspecify.annotations.NullMarked;
