/// Known cures for known costs: where one applies at a hot line, the file with the cure in it;
/// where it looks as if it would but must not, the reason.
///
/// In: the text of a file and a line that a profile found hot. Out: [Cure]s. Nothing here is
/// measured and nothing written; whether a cure is worth having is found out by measuring it.
///
/// A recipe is one Markdown page, which is its rule, its documentation and an agent's
/// instruction, and one matcher of the same name. A matcher would rather refuse than guess: what
/// it cannot prove from the text is a reason to leave the code alone.
@NullMarked
package hone.recipe;

import org.jspecify.annotations.NullMarked;
