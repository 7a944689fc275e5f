package hone.bench.hdr;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/// A histogram as a log has it: Base64 of a header and of zlib's bytes, versions 0 to 2.
///
/// The library allocates what the header asks for, so that the header is looked at first.
final class Encoded {

  private static final int PREFIX_BYTES = 8;
  private static final int HEADER_BYTES = 40;
  private static final int LARGEST_PAYLOAD_BYTES = 1 << 26;
  private static final int MOST_DIGITS = 5;

  /// The encodings differ in the last byte; of that, the upper half is the width of a word.
  private static final int COOKIE = 0x1c849300;

  private static final int VERSION_2 = 3;

  private Encoded() {}

  /// Whether a text looks like a histogram: all cookies begin with the same three bytes.
  static boolean isLike(String text) {
    return text.startsWith("HIST");
  }

  /// The histogram; nothing where the text is none, is cut, or asks for what no recorder needs.
  static Optional<Histogram> decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return isSound(bytes)
          ? Optional.of(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0))
          : Optional.empty();
    } catch (DataFormatException | RuntimeException broken) {
      // What the library throws at damage is of many kinds, and none of them a bug of ours.
      return Optional.empty();
    }
  }

  private static boolean isSound(byte[] bytes) throws DataFormatException {
    if (bytes.length < PREFIX_BYTES) {
      return false;
    }
    ByteBuffer prefix = ByteBuffer.wrap(bytes);
    int cookie = prefix.getInt();
    int length = prefix.getInt();
    if ((cookie & 0xffffff00) != COOKIE || length < 0 || length > bytes.length - PREFIX_BYTES) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(inflated(bytes, length));
    int version = header.getInt() & 0xf;
    int payload = header.getInt();
    if (version == VERSION_2 || version == 1) {
      header.getInt();
    }
    int digits = header.getInt();
    long lowest = header.getLong();
    long highest = header.getLong();
    return payload >= 0
        && payload <= LARGEST_PAYLOAD_BYTES
        && digits >= 0
        && digits <= MOST_DIGITS
        && lowest >= 1
        && highest >= 2 * lowest;
  }

  private static byte[] inflated(byte[] bytes, int length) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, PREFIX_BYTES, length);
      byte[] header = new byte[HEADER_BYTES];
      inflater.inflate(header);
      return header;
    } finally {
      inflater.end();
    }
  }
}
