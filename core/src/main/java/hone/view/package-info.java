/// Looking at a profile: what is left of it after filters, who calls whom, what its lines cost, and
/// how it differs from another, all by pprof's arithmetic.
///
/// Profiles flow in, profiles and tables flow out. Reading source files and making text is left to
/// others.
@NullMarked
package hone.view;

import org.jspecify.annotations.NullMarked;
