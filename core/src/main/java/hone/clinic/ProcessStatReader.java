package hone.clinic;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the `…clinic-doctor-processstat` that Clinic.js Doctor writes.
///
/// Messages follow each other, each behind its length in two bytes, big-endian. The last one may be
/// cut short where the process was ended while it wrote.
///
/// @see <a href="https://github.com/clinicjs/node-clinic-doctor">Clinic.js Doctor, which writes it</a>
public final class ProcessStatReader {

  /// More than an hour of moments.
  private static final int LIMIT_BYTES = 64 << 20;

  private static final int LENGTH_BYTES = 2;

  private ProcessStatReader() {}

  /// The moment that a message without its length tells; empty where it tells none.
  public static Optional<ProcessMoment> moment(ByteBuffer message) {
    try {
      return Optional.of(new MomentMessage(message).moment());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// The moments in the order in which they were written.
  ///
  /// @param passedOver told of what is no moment, by the offset of its length
  /// @throws FormatException if there is none
  public static List<ProcessMoment> read(Source source, Consumer<Diagnostic> passedOver)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(source.bytes(LIMIT_BYTES));
    List<ProcessMoment> moments = new ArrayList<>();
    while (bytes.remaining() >= LENGTH_BYTES) {
      int begin = bytes.position();
      int length = Short.toUnsignedInt(bytes.getShort());
      if (length > bytes.remaining()) {
        passedOver.accept(new Diagnostic(source.name(), begin, "a measurement is cut short"));
        break;
      }
      ByteBuffer message = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      Optional<ProcessMoment> moment = moment(message);
      moment.ifPresent(moments::add);
      if (moment.isEmpty()) {
        passedOver.accept(new Diagnostic(source.name(), begin, "no measurement of a process"));
      }
    }
    if (moments.isEmpty()) {
      throw new FormatException(source.name(), "no measurements of Clinic.js Doctor");
    }
    return moments;
  }
}
