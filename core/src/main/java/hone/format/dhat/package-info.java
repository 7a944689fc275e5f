/// Heap profiles of DHAT: Valgrind's tool and the Rust crate of that name.
///
/// The specification is the comment on the file format in `dhat/dh_main.c` of Valgrind, version 2.
@NullMarked
package hone.format.dhat;

import org.jspecify.annotations.NullMarked;
