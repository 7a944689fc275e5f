/// What k6 writes: its summary, and the stream of every request.
@NullMarked
package hone.bench.k6;

import org.jspecify.annotations.NullMarked;
