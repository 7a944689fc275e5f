/// Java Flight Recorder recordings: what the JDK (11 and later, and 8 since update 262) and
/// async-profiler write.
///
/// The format has no specification; it describes itself, each chunk with the types of its events in
/// a metadata event. The order of that metadata is the one `jdk.jfr.internal.MetadataReader` of
/// OpenJDK reads. Samples of time, allocations and waits are read, and what says how they were
/// taken; all other events are counted and passed over.
///
/// A chunk is one array of bytes. A [hone.format.jfr.Layout] knows where the wanted fields of a type
/// are; events are added up by the number of their stack, and a stack is looked at once, if at all.
@NullMarked
package hone.format.jfr;

import org.jspecify.annotations.NullMarked;
