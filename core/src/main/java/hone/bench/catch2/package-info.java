/// What Catch2 reports of benchmarks as XML.
@NullMarked
package hone.bench.catch2;

import org.jspecify.annotations.NullMarked;
