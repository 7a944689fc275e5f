/// What hone's own hash tables have in common.
@NullMarked
package hone.table;

import org.jspecify.annotations.NullMarked;
