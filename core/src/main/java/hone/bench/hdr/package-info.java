/// Reads logs of HdrHistogram.
@NullMarked
package hone.bench.hdr;

import org.jspecify.annotations.NullMarked;
