package hone.regression;

import hone.gate.LikelyCause.Scope;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Runs a benchmark once more in one checkout, with the profiler of its language.
interface BenchmarkProfiler {

  /// What is asked for.
  ///
  /// @param benchmark as the results name it
  /// @param operation what one operation takes on the base, in nanoseconds; both sides do the same
  ///                  number of them where the harness lets them
  /// @param directory of the service in a built checkout
  /// @param folder    for the files of this side; made if it is not there
  /// @param limit     for the run
  record Question(
      String benchmark, OptionalDouble operation, Path directory, Path folder, Duration limit) {}

  /// What came of it.
  ///
  /// @param files   profiles, none where it failed
  /// @param failure why there are none
  record Answer(List<Path> files, Optional<String> failure) {

    static Answer of(List<Path> files) {
      return files.isEmpty()
          ? failed("the run left no profile")
          : new Answer(files, Optional.empty());
    }

    static Answer failed(String reason) {
      return new Answer(List.of(), Optional.of(reason));
    }
  }

  /// What it profiles.
  Scope scope();

  /// Profiles one side.
  ///
  /// @throws Refusal if this program was told to stop meanwhile
  Answer profile(Question question) throws Refusal, IOException;
}
