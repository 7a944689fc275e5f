/// What airspeed velocity keeps of one commit.
@NullMarked
package hone.bench.asv;

import org.jspecify.annotations.NullMarked;
