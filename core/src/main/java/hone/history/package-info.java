/// Results over time: what runs have measured of revisions, put in the order of the revisions.
///
/// Entries, one for each comparison or imported file, and the line of revisions flow in; levels
/// chained from ratios, change points and creep flow out. Absolute figures are only ever set beside
/// others of the same machine; from one machine to another only the ratio of two revisions in one
/// run is carried. Nothing here opens or closes a gate. Where entries are kept is for others.
@NullMarked
package hone.history;

import org.jspecify.annotations.NullMarked;
