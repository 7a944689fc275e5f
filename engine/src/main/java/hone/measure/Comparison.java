package hone.measure;

import hone.bench.ResultFormats;
import hone.bench.Results;
import hone.gate.Phase;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
import hone.process.ProcessorTime;
import hone.service.Benchmarks;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Runs the benchmarks of a base and a candidate by a plan, and keeps every run in a log.
///
/// @param shell   runs the benchmarks' command line
/// @param formats reads what they print
/// @param clock   tells when a run began
public record Comparison(Shell shell, ResultFormats formats, InstantSource clock) {

  private static final Duration RUN_LIMIT = Duration.ofMinutes(10);

  /// The two directories in which the command line is run.
  ///
  /// @param base      of the baseline's checkout
  /// @param candidate of the candidate's checkout
  public record Sides(Path base, Path candidate) {

    Path of(Side side) {
      return switch (side) {
        case BASE -> base;
        case CANDIDATE -> candidate;
      };
    }
  }

  /// Where a comparison is recorded.
  ///
  /// @param log   of the runs
  /// @param words what the commands printed, as text
  public record Records(MeasurementLog log, Path words) {}

  /// One comparison.
  ///
  /// @param records     of this plan; runs in them are not made again
  /// @param fingerprint what the runs are made with
  public record Work(
      Plan plan, Sides sides, Benchmarks benchmarks, Records records, Fingerprint fingerprint) {

    public Work(Plan plan, Sides sides, Benchmarks benchmarks, Records records) {
      this(plan, sides, benchmarks, records, Fingerprint.here());
    }
  }

  /// Who is told after each run.
  @FunctionalInterface
  public interface Progress {

    /// Told after each run.
    ///
    /// @param done  runs of the phase so far
    /// @param total runs of the phase before they are looked at
    /// @param left  time that the others will take, if they take as long
    void ran(Phase phase, int done, int total, Duration left);
  }

  /// A run that gave no results: the candidate's fault, or everybody's.
  public static final class BrokenRun extends Exception {

    private static final long serialVersionUID = 1;
    private final Side side;

    BrokenRun(Side side, String message) {
      super(message);
      this.side = side;
    }

    /// Whose run it was.
    public Side side() {
      return side;
    }
  }

  /// Makes the runs of a phase that the log does not have yet.
  ///
  /// @param blocks of the phase
  /// @return all runs of these blocks, in order
  /// @throws BrokenRun if a run fails or gives nothing that can be read
  List<Run> run(Work work, Phase phase, int blocks, Progress progress)
      throws BrokenRun, Refusal, IOException {
    MeasurementLog log = work.records().log();
    log.mend();
    log.begin(work.plan(), work.fingerprint());
    List<Schedule.Slot> slots = Schedule.of(phase, blocks, work.plan().seed());
    List<Run> runs = new ArrayList<>();
    log.runs(work.plan()).stream()
        .filter(run -> run.slot().phase() == phase)
        .limit(slots.size())
        .forEach(runs::add);
    progress.ran(phase, runs.size(), slots.size(), left(runs, slots.size()));
    for (Schedule.Slot slot : slots.subList(runs.size(), slots.size())) {
      Run run = run(slot, work);
      log.add(run);
      runs.add(run);
      progress.ran(phase, runs.size(), slots.size(), left(runs, slots.size()));
    }
    return List.copyOf(runs);
  }

  private static Duration left(List<Run> runs, int total) {
    double mean = runs.stream().mapToLong(Run::wallNanos).average().orElse(0);
    return Duration.ofNanos((long) (mean * (total - runs.size())));
  }

  private Run run(Schedule.Slot slot, Work work) throws BrokenRun, Refusal, IOException {
    Benchmarks benchmarks = work.benchmarks();
    Path directory = work.sides().of(slot.side());
    Path words = work.records().words();
    Path output = directory.resolve(benchmarks.output().orElse(".hone-benchmark-output"));
    Files.deleteIfExists(output);
    Instant start = clock.instant();
    OptionalLong ended = ProcessorTime.ofEnded();
    Shell.Result result =
        benchmarks.output().isPresent()
            ? shell.run(benchmarks.run(), directory, RUN_LIMIT, words)
            : shell.runInto(output, benchmarks.run(), directory, RUN_LIMIT, words);
    OptionalLong cpu = since(ended);
    if (result.failure().isPresent()) {
      throw new BrokenRun(slot.side(), result.failure().get());
    }
    Results results = results(slot.side(), output, benchmarks.format());
    return new Run(slot, start, result.wallNanos(), cpu, results.series());
  }

  private static OptionalLong since(OptionalLong before) {
    OptionalLong now = ProcessorTime.ofEnded();
    return before.isPresent() && now.isPresent()
        ? OptionalLong.of(now.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }

  private Results results(Side side, Path output, Optional<String> format)
      throws BrokenRun, IOException {
    String name = String.valueOf(output.getFileName());
    if (!Files.isRegularFile(output)) {
      throw new BrokenRun(side, name + ": the benchmarks did not write it");
    }
    List<Diagnostic> passedOver = new ArrayList<>();
    try {
      Source source = Source.of(name, output);
      Results results =
          format.isPresent()
              ? formats.read(source, format.get(), passedOver::add)
              : formats.read(source, passedOver::add);
      if (!results.failures().isEmpty()) {
        throw new BrokenRun(side, "benchmark failed: " + results.failures().getFirst().benchmark());
      }
      if (!passedOver.isEmpty()) {
        throw new BrokenRun(side, passedOver.getFirst().toString());
      }
      return results;
    } catch (FormatException unreadable) {
      throw new BrokenRun(side, String.valueOf(unreadable.getMessage()));
    }
  }
}
