/// The `hone` command, and the only place where the parts are put together: arguments in, results
/// on standard output, diagnostics on standard error, an exit code out. A command reads, computes
/// and renders by calling the other packages; it decides nothing itself.
@NullMarked
package hone.cli;

import org.jspecify.annotations.NullMarked;
