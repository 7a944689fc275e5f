/// What oha prints as JSON.
@NullMarked
package hone.bench.oha;

import org.jspecify.annotations.NullMarked;
