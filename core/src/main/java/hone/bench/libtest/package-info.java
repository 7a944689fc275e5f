/// What `cargo bench` prints.
@NullMarked
package hone.bench.libtest;

import org.jspecify.annotations.NullMarked;
