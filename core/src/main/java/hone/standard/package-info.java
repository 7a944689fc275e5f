/// The team's performance standards: what the section *Performance Engineering Standards* of
/// `AGENTS.md` says, clause by clause.
///
/// Markdown flows in; budgets, requirements, thresholds and constraints flow out, each with the
/// line it stands on and what is done about it. A clause that reads like a rule and is not
/// understood is an error: a rule is never dropped in silence. Nothing is judged here.
@NullMarked
package hone.standard;

import org.jspecify.annotations.NullMarked;
