/// Traces of goroutines: what `debug=2` of Go's `net/http/pprof` and a Go program that panics print.
///
/// The specification is `runtime/traceback.go` and `goroutineheader` in `runtime/proc.go` of Go.
@NullMarked
package hone.format.goroutines;

import org.jspecify.annotations.NullMarked;
