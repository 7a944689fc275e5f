/// What autocannon prints with `-j`.
@NullMarked
package hone.bench.autocannon;

import org.jspecify.annotations.NullMarked;
