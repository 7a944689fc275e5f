/// What a profile says: which functions and lines cost most, and whether its evidence is good
/// enough to say so.
///
/// Profiles flow in, plain values flow out. Nothing is judged here: a hotspot is a fact, what to do
/// about it is a finding.
@NullMarked
package hone.analysis;

import org.jspecify.annotations.NullMarked;
