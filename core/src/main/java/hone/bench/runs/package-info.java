/// The runs that hone itself keeps.
@NullMarked
package hone.bench.runs;

import org.jspecify.annotations.NullMarked;
