/// What pgbench prints and logs.
@NullMarked
package hone.bench.pgbench;

import org.jspecify.annotations.NullMarked;
