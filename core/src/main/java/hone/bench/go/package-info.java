/// What `go test -bench` prints, as text or as the events of `-json`.
@NullMarked
package hone.bench.go;

import org.jspecify.annotations.NullMarked;
