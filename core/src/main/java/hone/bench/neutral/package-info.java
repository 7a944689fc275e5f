/// hone's own plain form of benchmark results, for what has no format of its own.
@NullMarked
package hone.bench.neutral;

import org.jspecify.annotations.NullMarked;
