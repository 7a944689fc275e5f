/// What hyperfine writes with `--export-json`.
@NullMarked
package hone.bench.hyperfine;

import org.jspecify.annotations.NullMarked;
