package hone.format.firefox;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// JsonSlabs (JSLB): JSON whose arrays of numbers, and some of whose parts, stand beside it and are
/// referred to by `{"$s": number}`.
///
/// @see <a href="https://github.com/mstange/json-slabs/blob/main/FORMAT.md">JSLB, version 1</a>
final class Slabs {

  private static final byte[] MAGIC = {(byte) 0xDC, (byte) 0xDF, 'J', 'S', 'L', 'B', 1, 0};
  private static final int LARGEST_BYTES = 1 << 30;
  private static final int HEADER_BYTES = 20;
  private static final int ENTRY_BYTES = 12;
  private static final int VERSION = 1;

  private final String input;
  private final ByteBuffer file;
  private final int count;
  private final int root;

  /// What one slab holds, in the order of the numbers that stand for it in a file.
  enum Kind {
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    FLOAT32(4),
    FLOAT64(8),
    INT64(8),
    UINT64(8),
    JSON(1);

    private final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }
  }

  /// One slab.
  record Slab(Kind kind, int from, int until) {}

  private Slabs(String input, byte[] bytes) throws FormatException {
    this.input = input;
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER_BYTES) {
      throw new FormatException(input, "ends early");
    }
    int version = file.getInt(8);
    count = file.getInt(12);
    root = file.getInt(16);
    if (version != VERSION) {
      throw new FormatException(input, "version '" + version + "' of JSLB is not read");
    }
    if (count < 1 || count > (bytes.length - HEADER_BYTES) / ENTRY_BYTES) {
      throw new FormatException(input, "'" + count + "' slabs do not fit: cut, or no JSLB");
    }
    if (slab(root).kind() != Kind.JSON) {
      throw new FormatException(input, "root slab is no JSON");
    }
  }

  static boolean isContainer(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /// The whole as JSON, made while it is read.
  static Source text(Source container) throws IOException {
    Slabs slabs = new Slabs(container.name(), container.bytes(LARGEST_BYTES));
    return new Source(container.name(), () -> new SlabText(slabs));
  }

  String input() {
    return input;
  }

  ByteBuffer file() {
    return file;
  }

  Slab root() throws FormatException {
    return slab(root);
  }

  Slab slab(long number) throws FormatException {
    if (number < 0 || number >= count) {
      throw new FormatException(
          input, "slab '%d' is not one of the %d there are".formatted(number, count));
    }
    int entry = HEADER_BYTES + (int) number * ENTRY_BYTES;
    int type = file.getInt(entry);
    long from = Integer.toUnsignedLong(file.getInt(entry + 4));
    long length = Integer.toUnsignedLong(file.getInt(entry + 8));
    if (type < 0 || type >= Kind.values().length) {
      throw new FormatException(input, "slab %d is of kind '%d'".formatted(number, type));
    }
    Kind kind = Kind.values()[type];
    if (from + length > file.limit() || length % kind.bytes() != 0) {
      throw new FormatException(
          input,
          "slab %d has %d bytes from byte %d: cut, or no JSLB".formatted(number, length, from));
    }
    return new Slab(kind, (int) from, (int) (from + length));
  }
}
