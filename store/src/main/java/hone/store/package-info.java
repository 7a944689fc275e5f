/// What runs have measured, kept over time in one file that is only ever added to.
///
/// Entries of [hone.history] flow in, one transaction each, and flow out again in the order they
/// were added. The file is SQLite's; two programs may use it at once. What the entries come to is
/// not decided here.
@NullMarked
package hone.store;

import org.jspecify.annotations.NullMarked;
