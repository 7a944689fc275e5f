package hone.format;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Gzip;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads a profile of any format it knows.
///
/// @param readers their order carries no meaning: two that both claim an input are a mistake in one
///                of them
public record Formats(List<ProfileReader> readers, Limits limits) {

  private static final int HEAD_BYTES = 4096;

  /// Looked at where the first bytes tell nothing: a deep stack alone may be a line as long.
  private static final int LONG_HEAD_BYTES = 1 << 20;

  public Formats {
    readers = List.copyOf(readers);
  }

  /// Finds the format from the content, and reads; gzip is unpacked first.
  ///
  /// @throws FormatException if the input is empty, no reader knows it, or more than one claims it
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Source unpacked = Gzip.unpacked(source, limits);
    return reader(unpacked).read(unpacked, passedOver);
  }

  /// The same, with the times of samples where the format has them.
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Source unpacked = Gzip.unpacked(source, limits);
    return reader(unpacked).readTimed(unpacked, passedOver);
  }

  private ProfileReader reader(Source unpacked) throws IOException {
    byte[] head = unpacked.head(HEAD_BYTES);
    if (head.length == 0) {
      throw new FormatException(unpacked.name(), "empty");
    }
    Optional<String> foreign = OtherTool.advice(head);
    if (foreign.isPresent()) {
      throw new FormatException(unpacked.name(), foreign.get());
    }
    Optional<ProfileReader> known = reader(unpacked.name(), head);
    if (known.isEmpty() && head.length == HEAD_BYTES) {
      known = reader(unpacked.name(), unpacked.head(LONG_HEAD_BYTES));
    }
    return known.orElseThrow(() -> unknown(unpacked.name()));
  }

  private Optional<ProfileReader> reader(String name, byte[] head) throws FormatException {
    List<ProfileReader> sure = saying(Sniff.YES, head);
    List<ProfileReader> candidates = sure.isEmpty() ? saying(Sniff.MAYBE, head) : sure;
    if (candidates.size() > 1) {
      throw new FormatException(name, "could be any of: " + names(candidates));
    }
    return candidates.stream().findFirst();
  }

  private FormatException unknown(String name) {
    String advice =
        OtherTool.adviceByName(name).orElseGet(() -> "not a profile in any of: " + names(readers));
    return new FormatException(name, advice);
  }

  private List<ProfileReader> saying(Sniff answer, byte[] head) {
    return readers.stream().filter(reader -> reader.sniff(head) == answer).toList();
  }

  private static String names(List<ProfileReader> readers) {
    return readers.stream().map(ProfileReader::format).collect(Collectors.joining(", "));
  }
}
