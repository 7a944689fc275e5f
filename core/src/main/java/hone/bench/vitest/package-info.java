/// What `vitest bench` writes with `--outputJson`.
@NullMarked
package hone.bench.vitest;

import org.jspecify.annotations.NullMarked;
