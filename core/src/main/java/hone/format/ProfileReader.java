package hone.format;

import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.function.Consumer;

/// Reads one profile format.
public interface ProfileReader {

  /// Name of the format, as users write it: `pprof`, `jfr`, `speedscope`.
  String format();

  /// Judges by content alone; file names lie.
  ///
  /// @param head the first 4 KiB of the unpacked input, or all of a shorter one
  Sniff sniff(byte[] head);

  /// Reads the whole input.
  ///
  /// @param source     already unpacked where it was gzip
  /// @param passedOver told of each record that was skipped, in input order
  /// @throws hone.input.FormatException if the input is not of this format, or is cut or broken
  Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException;

  /// The same, with the time of every sample where the format has times.
  ///
  /// It takes more memory, and samples may come one by one that [#read] adds up.
  default Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, passedOver);
  }
}
