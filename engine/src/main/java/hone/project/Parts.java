package hone.project;

import hone.bench.ResultFormats;
import hone.format.Formats;
import hone.process.Supervisor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// What the loop is put together from; the command line program chooses.
///
/// @param supervisor runs every program, and ends it
/// @param formats    of profiles
/// @param results    formats of benchmark results
/// @param cache      directory for checkouts, outside any repository
/// @param environment hone's own variables, of which an agent sees next to nothing
/// @param clock      tells when things happened
public record Parts(
    Supervisor supervisor,
    Formats formats,
    ResultFormats results,
    Path cache,
    Map<String, String> environment,
    InstantSource clock) {}
