/// What mitata prints with `format: 'json'`.
@NullMarked
package hone.bench.mitata;

import org.jspecify.annotations.NullMarked;
