/// What `memray transform` makes of memray's own recordings: a table of allocations (`csv`), or
/// events over a list of functions (`gprof2dot`).
///
/// The specification is `memray/reporters/transform.py` of bloomberg/memray, and the comment on
/// `JsonParser` in `gprof2dot.py`. The third form, `speedscope`, is speedscope's own. Recordings
/// themselves are not read: their form changes from one version of memray to the next.
@NullMarked
package hone.format.memray;

import org.jspecify.annotations.NullMarked;
