/// OpenTelemetry profiles: what the collector, the eBPF profiler and async-profiler write.
///
/// The specification is `profiles.proto` of opentelemetry-proto, package `v1development`, as of
/// 1.8 and later. Numbers of fields moved between 1.9 and 1.10 while the package kept its name, so
/// the layout is told from the samples themselves; what has no table of stacks (1.7 and before) is
/// refused by name. The collector's file exporter puts the length of each message before it, in
/// four bytes; both forms are read.
///
/// Attributes, links and times of samples are not kept, nor an original payload beside them.
@NullMarked
package hone.format.otlp;

import org.jspecify.annotations.NullMarked;
