/// What vegeta reports and encodes as JSON.
@NullMarked
package hone.bench.vegeta;

import org.jspecify.annotations.NullMarked;
