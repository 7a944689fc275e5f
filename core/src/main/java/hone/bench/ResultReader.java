package hone.bench;

import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.function.Consumer;

/// Reads what one benchmark tool writes.
public interface ResultReader {

  /// Name of the format, as users write it: `go`, `jmh`, `pytest-benchmark`.
  String format();

  /// Judges by content alone; file names lie.
  ///
  /// @param head the first 4 KiB of the unpacked input, or all of a shorter one
  Sniff sniff(byte[] head);

  /// Reads the whole input.
  ///
  /// @param source     already unpacked where it was gzip
  /// @param passedOver told of each record and each impossible number that was left out, in input
  ///                   order
  /// @throws hone.input.FormatException if the input is not of this format, is cut or broken, or
  ///     holds neither a measurement nor a failure
  Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException;
}
