package hone.bench;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Gzip;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads benchmark results of any format it knows.
///
/// @param readers their order carries no meaning: two that both claim an input are a mistake in one
///                of them
public record ResultFormats(List<ResultReader> readers, Limits limits) {

  private static final int HEAD_BYTES = 4096;

  public ResultFormats {
    readers = List.copyOf(readers);
  }

  /// Finds the format from the content, and reads; gzip is unpacked first.
  ///
  /// @throws FormatException if the input is empty, no reader knows it, or more than one claims it
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Source unpacked = Gzip.unpacked(source, limits);
    byte[] head = unpacked.head(HEAD_BYTES);
    if (head.length == 0) {
      throw new FormatException(source.name(), "empty");
    }
    return sniffed(source.name(), head).read(unpacked, passedOver);
  }

  /// Reads as the format of that name, whatever the content looks like.
  ///
  /// @throws FormatException if there is no such format, or the input is not of it
  public Results read(Source source, String format, Consumer<Diagnostic> passedOver)
      throws IOException {
    for (ResultReader reader : readers) {
      if (reader.format().equals(format)) {
        return reader.read(Gzip.unpacked(source, limits), passedOver);
      }
    }
    throw new FormatException(
        source.name(),
        "unknown format of benchmark results '" + format + "', known: " + names(readers));
  }

  private ResultReader sniffed(String name, byte[] head) throws FormatException {
    List<ResultReader> sure = saying(Sniff.YES, head);
    List<ResultReader> candidates = sure.isEmpty() ? saying(Sniff.MAYBE, head) : sure;
    return switch (candidates.size()) {
      case 1 -> candidates.getFirst();
      case 0 ->
          throw new FormatException(name, "not benchmark results in any of: " + names(readers));
      default -> throw new FormatException(name, "could be any of: " + names(candidates));
    };
  }

  private List<ResultReader> saying(Sniff answer, byte[] head) {
    return readers.stream().filter(reader -> reader.sniff(head) == answer).toList();
  }

  private static String names(List<ResultReader> readers) {
    return readers.stream().map(ResultReader::format).collect(Collectors.joining(", "));
  }
}
