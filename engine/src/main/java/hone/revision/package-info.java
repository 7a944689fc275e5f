/// Two revisions of a project, compared: what a gate asks of a change.
///
/// Commits flow in; judgements flow out, with the benchmarks that the change brought, took or
/// edited, the budgets that results break, what got slower in which lines, and what the team
/// accepts.
@NullMarked
package hone.revision;

import org.jspecify.annotations.NullMarked;
