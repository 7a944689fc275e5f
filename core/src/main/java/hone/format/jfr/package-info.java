/// Java Flight Recorder recordings: what the JDK (11 and later, and 8 since update 262) and
/// async-profiler write.
///
/// The format has no specification; it describes itself, each chunk with the types of its events in
/// a metadata event. The order of that metadata is the one `jdk.jfr.internal.MetadataReader` of
/// OpenJDK reads. Only the events that sample execution or allocation are looked at.
@NullMarked
package hone.format.jfr;

import org.jspecify.annotations.NullMarked;
