/// What `perf stat` prints, as text, CSV or JSON.
@NullMarked
package hone.bench.perf;

import org.jspecify.annotations.NullMarked;
