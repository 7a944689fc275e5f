package hone.format.jfr;

import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One chunk of a recording: a whole recording in itself, with types and constants of its own.
final class Chunk {

  static final int HEADER_BYTES = 68;

  private static final int MAGIC = 0x464c5200;
  private static final int LONGEST = Integer.MAX_VALUE - 16;
  private static final int TRUSTED_BYTES = 16 << 20;
  private static final long NANOS = 1_000_000_000L;

  private final String input;
  private final long offset;
  private final ByteBuffer header;
  private final byte[] bytes;
  private final int length;

  private Chunk(String input, long offset, byte[] bytes, int length) {
    this.input = input;
    this.offset = offset;
    this.bytes = bytes;
    this.length = length;
    header = ByteBuffer.wrap(Arrays.copyOf(bytes, HEADER_BYTES));
  }

  static boolean begins(byte[] head) {
    return head.length >= Integer.BYTES && ByteBuffer.wrap(head).getInt() == MAGIC;
  }

  /// The chunk that begins here, or empty at the end of the input.
  ///
  /// @param offset of its first byte in the input
  /// @throws FormatException if something else begins here
  static Optional<Chunk> next(String input, InputStream in, long offset) throws IOException {
    byte[] head = in.readNBytes(HEADER_BYTES);
    if (head.length == 0) {
      return Optional.empty();
    }
    if (!begins(head)) {
      throw new FormatException(input, "at byte " + offset + ": no chunk begins here");
    }
    if (head.length < HEADER_BYTES) {
      return Optional.of(new Chunk(input, offset, head, head.length));
    }
    ByteBuffer fields = ByteBuffer.wrap(head);
    int major = fields.getShort(4);
    long size = fields.getLong(8);
    if (major < 1 || major > 2) {
      throw new FormatException(
          input,
          "version %d.%d of the format cannot be read: %s"
              .formatted(
                  major,
                  fields.getShort(6),
                  "recordings of Oracle's JDK 7 and 8 before update 262 have it"));
    }
    if (size < 0 || size > LONGEST) {
      throw new FormatException(input, "chunk of " + size + " bytes");
    }
    return Optional.of(filled(input, in, offset, head, (int) Math.max(HEADER_BYTES, size)));
  }

  /// Takes the memory a large chunk asks for only as its bytes come.
  private static Chunk filled(String input, InputStream in, long offset, byte[] head, int size)
      throws IOException {
    byte[] bytes = Arrays.copyOf(head, Math.min(size, TRUSTED_BYTES));
    int length = HEADER_BYTES;
    while (length < size) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(size, bytes.length * 2L));
      }
      int count = in.readNBytes(bytes, length, bytes.length - length);
      if (count == 0) {
        break;
      }
      length += count;
    }
    return new Chunk(input, offset, bytes, length);
  }

  /// Whether less is there than the header says, or the header was never finished.
  boolean isCut() {
    return length < HEADER_BYTES || size() < HEADER_BYTES || length < size();
  }

  String whyCut() {
    if (length < HEADER_BYTES) {
      return "ends early, in a header at byte " + offset;
    }
    return size() < HEADER_BYTES
        ? "chunk at byte " + offset + " was never finished"
        : "ends early: chunk at byte %d has %d of %d bytes".formatted(offset, length, size());
  }

  long size() {
    return header.getLong(8);
  }

  long constantsAt() {
    return header.getLong(16);
  }

  long metadataAt() {
    return header.getLong(24);
  }

  long startNanos() {
    return header.getLong(32);
  }

  long durationNanos() {
    return header.getLong(40);
  }

  /// When something happened, in nanoseconds since the epoch.
  long nanosAt(long ticks) {
    return startNanos() + nanosSinceStart(ticks);
  }

  /// When something happened, in nanoseconds since the chunk began.
  long nanosSinceStart(long ticks) {
    return nanos(ticks - header.getLong(48));
  }

  /// How long that many ticks of the recorder's clock are, in nanoseconds.
  long nanos(long ticks) {
    long frequency = header.getLong(56);
    return frequency == NANOS || frequency <= 0
        ? ticks
        : (long) (ticks / (double) frequency * NANOS);
  }

  /// The bytes from one place to another, or as many as there are.
  byte[] bytes(int from, long to) {
    return Arrays.copyOfRange(bytes, from, Math.clamp(to, from, length));
  }

  /// What reads the chunk from a place in it.
  Cursor cursor(long at) throws FormatException {
    if (at < HEADER_BYTES || at >= length) {
      throw new FormatException(input, "chunk at byte " + offset + " has no byte " + at);
    }
    return new Cursor(this, bytes, (int) at, length);
  }

  /// Whether numbers are written seven bits a byte.
  boolean isCompressed() {
    return (header.getInt(64) & 1) != 0;
  }

  /// What is wrong at a place in the chunk.
  FormatException broken(int at, String message) {
    return new FormatException(input, "at byte " + (offset + at) + ": " + message);
  }
}
