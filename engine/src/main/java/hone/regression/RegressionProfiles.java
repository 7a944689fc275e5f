package hone.regression;

import hone.format.Formats;
import hone.input.FormatException;
import hone.input.Source;
import hone.profile.Merge;
import hone.profile.Profile;
import hone.service.Language;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Takes profiles of a benchmark on both sides, with the profiler of the language.
///
/// They are kept below a folder for each side, as the profilers wrote them.
public final class RegressionProfiles {

  private final BenchmarkProfiler profiler;
  private final Formats formats;
  private final Path folder;

  private RegressionProfiles(BenchmarkProfiler profiler, Formats formats, Path folder) {
    this.profiler = profiler;
    this.formats = formats;
    this.folder = folder;
  }

  /// The two directories in which the benchmarks run.
  public record Sides(Path base, Path head) {}

  /// Profiles of the benchmarks of a language.
  ///
  /// @param shell  with the environment of the service
  /// @param line   that runs all benchmarks
  /// @param folder for the profiles and the log of the programs
  public static RegressionProfiles of(
      Shell shell, Formats formats, Language language, String line, Path folder) {
    Path log = folder.resolve("profile.log");
    BenchmarkProfiler profiler =
        switch (language) {
          case GO -> new GoBenchmarkProfiler(shell, log);
          case JAVA, NODE, PYTHON -> new SuiteProfiler(shell, language, line, log);
        };
    return new RegressionProfiles(profiler, formats, folder);
  }

  /// Whether one pair of profiles is of all benchmarks.
  public boolean ofSuite() {
    return profiler instanceof SuiteProfiler;
  }

  /// Profiles a benchmark on both sides.
  ///
  /// @param name      of the folder that keeps them
  /// @param benchmark as the results name it
  /// @param operation what one takes on the base, in nanoseconds
  /// @param limit     for both together
  /// @throws Refusal if this program was told to stop meanwhile
  public SidesProfiled taken(
      Sides sides, String name, String benchmark, OptionalDouble operation, Duration limit)
      throws Refusal, IOException {
    Duration each = limit.dividedBy(2);
    Path own = folder.resolve(name);
    BenchmarkProfiler.Answer base =
        profiler.profile(
            new BenchmarkProfiler.Question(
                benchmark, operation, sides.base(), own.resolve("base"), each));
    if (base.failure().isPresent()) {
      return new SidesProfiled.Failed("on base: " + base.failure().get());
    }
    BenchmarkProfiler.Answer head =
        profiler.profile(
            new BenchmarkProfiler.Question(
                benchmark, operation, sides.head(), own.resolve("head"), each));
    if (head.failure().isPresent()) {
      return new SidesProfiled.Failed("on head: " + head.failure().get());
    }
    List<Path> files = new ArrayList<>(base.files());
    files.addAll(head.files());
    try {
      Profile before = whole(base.files());
      Profile after = whole(head.files());
      Optional<String> objection = Merge.objection(before, after);
      return objection.isPresent()
          ? new SidesProfiled.Failed(objection.get())
          : new SidesProfiled.Taken(before, after, profiler.scope(), files);
    } catch (FormatException unreadable) {
      return new SidesProfiled.Failed(String.valueOf(unreadable.getMessage()));
    }
  }

  /// All profiles of one side that hold samples.
  private Profile whole(List<Path> files) throws IOException {
    List<Profile> profiles = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      Profile profile = formats.read(Source.of(name, file), _ -> {});
      if (profile.sampleCount() > 0
          && (profiles.isEmpty() || Merge.objection(profiles.getFirst(), profile).isEmpty())) {
        profiles.add(profile);
      }
    }
    if (profiles.isEmpty()) {
      throw new FormatException(String.valueOf(files.getFirst().getFileName()), "no samples");
    }
    return profiles.size() == 1 ? profiles.getFirst() : Merge.of(profiles);
  }
}
