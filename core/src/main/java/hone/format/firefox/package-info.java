/// Firefox profiles: what Firefox itself saves (gecko), and what the Firefox Profiler and samply do
/// (processed).
///
/// There is no specification apart from the types and the upgraders in the sources of
/// firefox-devtools/profiler (`src/types/profile.ts`, `gecko-profile.ts`). Tables come as rows under
/// a schema (gecko) or as columns (processed); both are read into columns here, of which only those
/// that make stacks are kept. Markers, counters, memory and categories are not read. JSLB, in which
/// processed profiles of version 65 and later may come, is turned into the JSON it stands for.
@NullMarked
package hone.format.firefox;

import org.jspecify.annotations.NullMarked;
