/// From findings to candidates: patches that pass the policy, build, and keep the baseline's tests.
///
/// Findings and recipes flow in; candidates and the reason for each that fell flow out. Whether a
/// candidate is faster is measured in [hone.measure] and judged in [hone.gate].
@NullMarked
package hone.optimise;

import org.jspecify.annotations.NullMarked;
