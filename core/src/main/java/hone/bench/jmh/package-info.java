/// What JMH writes with `-rf json`.
@NullMarked
package hone.bench.jmh;

import org.jspecify.annotations.NullMarked;
