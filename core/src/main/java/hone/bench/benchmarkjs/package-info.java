/// What benchmark.js prints.
@NullMarked
package hone.bench.benchmarkjs;

import org.jspecify.annotations.NullMarked;
