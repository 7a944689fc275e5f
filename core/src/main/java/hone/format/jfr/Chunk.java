package hone.format.jfr;

import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// One chunk of a recording: a whole recording in itself, with types and constants of its own.
final class Chunk {

  static final int HEADER_BYTES = 68;

  private static final int MAGIC = 0x464c5200;
  private static final int LONGEST = Integer.MAX_VALUE - 16;

  private final String input;
  private final long offset;
  private final ByteBuffer header;
  private final byte[] bytes;

  private Chunk(String input, long offset, byte[] bytes) {
    this.input = input;
    this.offset = offset;
    this.bytes = bytes;
    header = ByteBuffer.wrap(bytes);
  }

  static boolean begins(byte[] head) {
    return head.length >= Integer.BYTES && ByteBuffer.wrap(head).getInt() == MAGIC;
  }

  /// The chunk that begins here, or empty at the end of the input.
  ///
  /// @throws FormatException if something else begins here
  static Optional<Chunk> next(String input, InputStream in, long offset) throws IOException {
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (header.length == 0) {
      return Optional.empty();
    }
    if (!begins(header)) {
      throw new FormatException(input, "at byte " + offset + ": no chunk begins here");
    }
    if (header.length < HEADER_BYTES) {
      return Optional.of(new Chunk(input, offset, header));
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    int major = fields.getShort(4);
    long size = fields.getLong(8);
    if (major < 1 || major > 2) {
      throw new FormatException(input, "version " + major + " of the format cannot be read");
    }
    if (size < 0 || size > LONGEST) {
      throw new FormatException(input, "chunk of " + size + " bytes");
    }
    byte[] rest = in.readNBytes((int) Math.max(0, size - HEADER_BYTES));
    byte[] bytes = new byte[HEADER_BYTES + rest.length];
    System.arraycopy(header, 0, bytes, 0, HEADER_BYTES);
    System.arraycopy(rest, 0, bytes, HEADER_BYTES, rest.length);
    return Optional.of(new Chunk(input, offset, bytes));
  }

  /// Whether less is there than the header says, or the header was never finished.
  boolean isCut() {
    return bytes.length < HEADER_BYTES || size() < HEADER_BYTES || bytes.length < size();
  }

  String whyCut() {
    if (bytes.length < HEADER_BYTES) {
      return "ends early, in a header at byte " + offset;
    }
    return size() < HEADER_BYTES
        ? "chunk at byte " + offset + " was never finished"
        : "ends early: chunk at byte %d has %d of %d bytes".formatted(offset, bytes.length, size());
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

  /// What reads the chunk from a place in it.
  Cursor cursor(long at) throws FormatException {
    if (at < HEADER_BYTES || at >= bytes.length) {
      throw new FormatException(input, "chunk at byte " + offset + " has no byte " + at);
    }
    boolean compressed = (header.getInt(64) & 1) != 0;
    return new Cursor(input, offset, bytes, (int) at, compressed);
  }
}
