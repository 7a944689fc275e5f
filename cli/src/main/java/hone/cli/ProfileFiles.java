package hone.cli;

import hone.format.Formats;
import hone.format.jfr.JfrReader;
import hone.format.pprof.PprofReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Source;
import hone.profile.Merge;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Reads the profiles that a command is given, and tells what was passed over.
final class ProfileFiles {

  private final CommandSpec spec;
  private final Formats formats;
  private boolean timed;

  /// Of a command that shows profiles.
  ProfileFiles(CommandSpec spec) {
    this(spec, PprofReader.Uninteresting.DROPPED);
  }

  ProfileFiles(CommandSpec spec, PprofReader.Uninteresting uninteresting) {
    this(spec, Workbench.profiles(uninteresting, JfrReader.Reading.ALL));
  }

  private ProfileFiles(CommandSpec spec, Formats formats) {
    this.spec = spec;
    this.formats = formats;
  }

  /// Of a command that shows processor time alone, where there is any.
  static ProfileFiles ofProcessorTime(CommandSpec spec) {
    return new ProfileFiles(
        spec, Workbench.profiles(PprofReader.Uninteresting.DROPPED, JfrReader.Reading.LEADING));
  }

  /// The same, with the times of samples where the format has them.
  static ProfileFiles timed(CommandSpec spec) {
    ProfileFiles files = new ProfileFiles(spec);
    files.timed = true;
    return files;
  }

  Profile one(Path file) throws IOException {
    Source source = Source.of(ProfileFolder.file(file));
    return timed ? formats.readTimed(source, this::tell) : formats.read(source, this::tell);
  }

  /// The profiles of all files as one.
  ///
  /// @throws FormatException if one of them measures something else than the first
  Profile sum(List<Path> files) throws IOException {
    List<Profile> profiles = new ArrayList<>();
    for (Path file : files) {
      Profile profile = one(file);
      if (!profiles.isEmpty()) {
        Optional<String> objection = Merge.objection(profiles.getFirst(), profile);
        if (objection.isPresent()) {
          throw new FormatException(
              file.toString(), "cannot be added to " + files.getFirst() + ": " + objection.get());
        }
      }
      profiles.add(profile);
    }
    if (profiles.size() == 1) {
      return profiles.getFirst();
    }
    try {
      return Merge.of(profiles);
    } catch (ArithmeticException overflow) {
      throw new FormatException(
          files.getFirst().toString(), "the sum of the profiles does not fit 64 bits");
    }
  }

  private void tell(Diagnostic passedOver) {
    spec.commandLine().getErr().println("hone: " + Printable.of(passedOver.toString()));
  }
}
