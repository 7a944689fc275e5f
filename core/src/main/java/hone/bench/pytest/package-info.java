/// What pytest-benchmark writes with `--benchmark-json`.
@NullMarked
package hone.bench.pytest;

import org.jspecify.annotations.NullMarked;
