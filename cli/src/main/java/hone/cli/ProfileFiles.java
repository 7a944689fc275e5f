package hone.cli;

import hone.format.Formats;
import hone.format.pprof.PprofReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Gzip;
import hone.input.Printable;
import hone.input.Source;
import hone.profile.Merge;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Reads the profiles that a command is given, and tells what was passed over.
final class ProfileFiles {

  private static final long LARGE_BYTES = 4 << 20;

  private final CommandSpec spec;
  private final Formats formats;

  /// Of a command that shows profiles.
  ProfileFiles(CommandSpec spec) {
    this(spec, PprofReader.Uninteresting.DROPPED);
  }

  ProfileFiles(CommandSpec spec, PprofReader.Uninteresting uninteresting) {
    this.spec = spec;
    formats = Workbench.profiles(uninteresting);
  }

  Profile one(Path file) throws IOException {
    return formats.read(source(ProfileFolder.file(file)), this::tell);
  }

  /// The bytes of a file; a large one is unpacked beside what reads it.
  private Source source(Path file) throws IOException {
    Source plain = Source.of(file);
    if (!Files.isRegularFile(file) || Files.size(file) < LARGE_BYTES) {
      return plain;
    }
    Source unpacked = Gzip.unpacked(plain, formats.limits());
    return unpacked.equals(plain)
        ? plain
        : new Source(plain.name(), () -> ReadAhead.of(unpacked.open()));
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
