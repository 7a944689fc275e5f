/// What Google Benchmark writes as JSON.
@NullMarked
package hone.bench.google;

import org.jspecify.annotations.NullMarked;
