/// Runs other programs, and leaves none of them behind.
///
/// A [hone.process.Command] flows in, an [hone.process.Outcome] flows out. Whatever a
/// [hone.process.Supervisor] started ends with it: at its normal end, at an exception, at Ctrl-C,
/// and when this process itself is killed. Programs read `/dev/null` or a file, and their output
/// is always read, so that none waits for a pipe.
///
/// What it does not do: confine. A program runs with the rights of the user.
@NullMarked
package hone.process;

import org.jspecify.annotations.NullMarked;
