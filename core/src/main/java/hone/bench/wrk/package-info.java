/// What wrk and wrk2 print.
@NullMarked
package hone.bench.wrk;

import org.jspecify.annotations.NullMarked;
