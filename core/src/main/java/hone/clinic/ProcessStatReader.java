package hone.clinic;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads the `…clinic-doctor-processstat` that Clinic.js Doctor writes.
///
/// Messages follow each other, each behind its length in two bytes, big-endian. The last one may be
/// cut short where the process was ended while it wrote.
///
/// @see <a href="https://github.com/clinicjs/node-clinic-doctor">Clinic.js Doctor, which writes it</a>
public final class ProcessStatReader {

  /// More than an hour of samples.
  private static final int LIMIT_BYTES = 64 << 20;

  private static final int LENGTH_BYTES = 2;

  private ProcessStatReader() {}

  /// The samples in the order in which they were written.
  ///
  /// @param passedOver told of what is no sample, by the offset of its length
  /// @throws FormatException if there is none
  public static List<ProcessSample> read(Source source, Consumer<Diagnostic> passedOver)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(source.bytes(LIMIT_BYTES));
    List<ProcessSample> samples = new ArrayList<>();
    while (bytes.remaining() >= LENGTH_BYTES) {
      int begin = bytes.position();
      int length = Short.toUnsignedInt(bytes.getShort());
      if (length > bytes.remaining()) {
        passedOver.accept(new Diagnostic(source.name(), begin, "a sample is cut short"));
        break;
      }
      ByteBuffer message = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      try {
        samples.add(new SampleMessage(message).sample());
      } catch (IllegalArgumentException broken) {
        passedOver.accept(new Diagnostic(source.name(), begin, "no sample of a process"));
      }
    }
    if (samples.isEmpty()) {
      throw new FormatException(source.name(), "no samples of Clinic.js Doctor");
    }
    return samples;
  }
}
