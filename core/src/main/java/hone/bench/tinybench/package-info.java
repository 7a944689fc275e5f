/// The tasks of tinybench, as people print them.
@NullMarked
package hone.bench.tinybench;

import org.jspecify.annotations.NullMarked;
