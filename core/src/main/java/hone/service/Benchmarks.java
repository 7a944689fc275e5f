package hone.service;

import java.util.Optional;

/// How the benchmarks of a service are run: one run is one fresh process.
///
/// @param run    command line of one run of all benchmarks
/// @param build  command line, once per revision before the first run
/// @param output file that a run writes, relative to the service's folder; else standard output
/// @param format name of the result format; else it is detected
public record Benchmarks(
    String run, Optional<String> build, Optional<String> output, Optional<String> format) {

  public Benchmarks {
    Checks.filled("run", run);
    output.ifPresent(file -> Checks.inside("output", file));
  }
}
