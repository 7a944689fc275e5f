package hone.measure;

import hone.bench.ResultFormats;
import hone.bench.Results;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
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

  /// Who is told after each run.
  @FunctionalInterface
  public interface Progress {

    /// Told after each run.
    ///
    /// @param done  runs so far
    /// @param total runs in the plan
    void ran(int done, int total);
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

  /// Makes the runs the log does not have yet.
  ///
  /// @param records of this plan; runs in them are not made again
  /// @return all runs of the plan, in order
  /// @throws BrokenRun if a run fails or gives nothing that can be read
  public List<Run> run(
      Plan plan, Sides sides, Benchmarks benchmarks, Records records, Progress progress)
      throws BrokenRun, Refusal, IOException {
    records.log().mend();
    records.log().begin(plan, Machine.here());
    List<Run> runs = new ArrayList<>(records.log().runs(plan));
    List<Schedule.Slot> slots = Schedule.of(plan.blocks(), plan.seed());
    progress.ran(runs.size(), slots.size());
    for (Schedule.Slot slot : slots.subList(runs.size(), slots.size())) {
      Run run = run(slot, sides.of(slot.side()), benchmarks, records.words());
      records.log().add(run);
      runs.add(run);
      progress.ran(runs.size(), slots.size());
    }
    return List.copyOf(runs);
  }

  private Run run(Schedule.Slot slot, Path directory, Benchmarks benchmarks, Path words)
      throws BrokenRun, Refusal, IOException {
    Path output = directory.resolve(benchmarks.output().orElse(".hone-benchmark-output"));
    Files.deleteIfExists(output);
    Instant start = clock.instant();
    Shell.Result result =
        benchmarks.output().isPresent()
            ? shell.run(benchmarks.run(), directory, RUN_LIMIT, words)
            : shell.runInto(output, benchmarks.run(), directory, RUN_LIMIT, words);
    if (result.failure().isPresent()) {
      throw new BrokenRun(slot.side(), result.failure().get());
    }
    Results results = results(slot.side(), output, benchmarks.format());
    return new Run(slot, start, result.wallNanos(), results.series());
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
