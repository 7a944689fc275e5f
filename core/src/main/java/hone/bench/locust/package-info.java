/// What locust writes with `--csv`.
@NullMarked
package hone.bench.locust;

import org.jspecify.annotations.NullMarked;
