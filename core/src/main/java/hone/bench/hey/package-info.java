/// What hey prints, as text or request by request.
@NullMarked
package hone.bench.hey;

import org.jspecify.annotations.NullMarked;
