/// Coding agents behind one interface: a task flows in, a report with a sealed outcome flows out.
///
/// An agent is a program of somebody else that talks to a model: it is started with next to no
/// environment, held to limits of time and output, and ended with all that came of it. What it
/// says is data. An exit code of 0 proves nothing; nor does an answer. Whether an answer keeps to
/// its schema, whether its claims are true and what its edits are worth is for others to judge.
@NullMarked
package hone.agent;

import org.jspecify.annotations.NullMarked;
