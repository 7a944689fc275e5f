/// Profiles as text: what `debug=1` of Go's `net/http/pprof` prints, and the legacy heap and
/// contention profiles of gperftools and of Java that share its grammar.
///
/// The specification is `runtime/pprof/pprof.go` of Go and `profile/legacy_profile.go` and
/// `profile/legacy_java_profile.go` of google/pprof, whose arithmetic is kept.
@NullMarked
package hone.format.pproftext;

import org.jspecify.annotations.NullMarked;
