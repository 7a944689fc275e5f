package hone.cli;

import hone.measure.Basis;
import hone.revision.Revisions;
import picocli.CommandLine.Option;

/// How two revisions are measured.
final class RevisionOptions {

  @Option(
      names = "--resume",
      description = "Go on with the latest measurement of these revisions that was ended.")
  private boolean resume;

  @Option(
      names = "--cpu",
      description = {
        "Judge the processor time of whole runs too. It includes start-up and harness,",
        "and says something where the benchmarks do a fixed amount of work."
      })
  private boolean cpu;

  Revisions.Manner manner() {
    return new Revisions.Manner(resume, cpu ? Basis.RESULTS_AND_CPU : Basis.RESULTS);
  }
}
