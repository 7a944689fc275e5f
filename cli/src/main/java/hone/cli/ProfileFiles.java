package hone.cli;

import hone.format.Formats;
import hone.format.bubbleprof.BubbleprofReader;
import hone.format.jfr.JfrReader;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/// Reads the profiles that a command is given, and tells what was passed over.
final class ProfileFiles {

  private static final int AT_ONCE = 2;
  private static final long LARGE_BYTES = 4 << 20;

  private static final Path STANDARD_INPUT = Path.of("-");

  private final CommandSpec spec;
  private final Formats formats;
  private final AtomicBoolean standardInputRead = new AtomicBoolean();
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
    return read(file, this::tell);
  }

  private Profile read(Path file, Consumer<Diagnostic> passedOver) throws IOException {
    if (file.equals(STANDARD_INPUT) && standardInputRead.getAndSet(true)) {
      throw new FormatException(file.toString(), "standard input can be read once; name it once");
    }
    Path found = ProfileFolder.file(file);
    Source source = source(found);
    Optional<Path> events = ProfileFolder.eventsBeside(found);
    if (events.isPresent()) {
      return new BubbleprofReader(formats.limits()).joined(source, source(events.get()));
    }
    return timed ? formats.readTimed(source, passedOver) : formats.read(source, passedOver);
  }

  /// The profiles of all files, two read at a time; what was passed over is told file by file.
  List<Profile> each(List<Path> files) throws IOException {
    List<List<Diagnostic>> passedOver = new ArrayList<>();
    List<Future<Profile>> readings = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Path file : files) {
        List<Diagnostic> own = new ArrayList<>();
        passedOver.add(own);
        readings.add(threads.submit(() -> read(file, own::add)));
      }
    }
    List<Profile> profiles = new ArrayList<>();
    for (int at = 0; at < readings.size(); at++) {
      passedOver.get(at).forEach(this::tell);
      profiles.add(result(readings.get(at)));
    }
    return profiles;
  }

  private static Profile result(Future<Profile> reading) throws IOException {
    return switch (reading.state()) {
      case SUCCESS -> reading.resultNow();
      case FAILED -> throw failure(reading.exceptionNow());
      case CANCELLED, RUNNING -> throw new IllegalStateException("reading was broken off");
    };
  }

  private static IOException failure(Throwable thrown) {
    return switch (thrown) {
      case IOException bad -> bad;
      case Error fatal -> throw fatal;
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException(thrown);
    };
  }

  /// The bytes of a file; a large one is unpacked beside what reads it.
  private Source source(Path file) throws IOException {
    Source plain = Source.of(file);
    if (!Files.isRegularFile(file) || Files.size(file) < LARGE_BYTES) {
      return plain;
    }
    TransferLine line = TransferLine.of(spec);
    long size = Files.size(file);
    Source told = new Source(plain.name(), () -> line.reading(plain.open(), plain.name(), size));
    Source unpacked = Gzip.unpacked(told, formats.limits());
    return unpacked.equals(told)
        ? told
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
