package hone.regression;

import hone.gate.LikelyCause.Scope;
import hone.profile.Profile;
import java.nio.file.Path;
import java.util.List;

/// What came of profiling a benchmark on both sides.
public sealed interface SidesProfiled {

  /// Both profiles.
  ///
  /// @param scope what they are of
  /// @param files as they were taken, those of the base first
  record Taken(Profile base, Profile head, Scope scope, List<Path> files) implements SidesProfiled {

    public Taken {
      files = List.copyOf(files);
    }
  }

  /// At least one could not be taken.
  record Failed(String reason) implements SidesProfiled {}
}
