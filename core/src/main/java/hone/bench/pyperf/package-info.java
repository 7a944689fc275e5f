/// What pyperf writes with `-o`.
@NullMarked
package hone.bench.pyperf;

import org.jspecify.annotations.NullMarked;
