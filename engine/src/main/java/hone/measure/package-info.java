/// Runs the benchmarks of two revisions in randomised blocks, and keeps every run.
///
/// Two directories and a command flow in; a log of runs on disk and the contests read from it flow
/// out. Who wins is decided in [hone.gate].
@NullMarked
package hone.measure;

import org.jspecify.annotations.NullMarked;
