/// What criterion.rs keeps and prints of its samples.
@NullMarked
package hone.bench.criterion;

import org.jspecify.annotations.NullMarked;
