/// What a candidate may not take away or bring in, judged on syntax trees before anything of it
/// is run.
///
/// The files of the base and of the candidate flow in, with the words of the tests and benchmarks
/// that judge; objections flow out, each with its line and its reason. What counts as what stands
/// in one table a language, beside this package's resources. Which paths a patch may touch is
/// decided in `hone.workspace`; whether it is faster is measured.
@NullMarked
package hone.policy;

import org.jspecify.annotations.NullMarked;
