/// pprof profiles: the protocol buffer that Go, and many profilers beside it, write.
///
/// The specification is `proto/profile.proto` of google/pprof with the comments in it; where that is
/// silent, `go tool pprof` decides: which value type comes first, how an address without a symbol
/// is called, which ids are broken. Read as a stream, because profiles of some 100 MB are met;
/// what it says beyond the samples is kept in
/// [hone.profile.Code], [hone.profile.Origin] and labels, so that writing it again loses nothing.
@NullMarked
package hone.format.pprof;

import org.jspecify.annotations.NullMarked;
