package hone.input;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Unpacks gzip by content, with limits on what comes out.
public final class Gzip {

  private static final int BUFFER_BYTES = 1 << 16;

  private Gzip() {}

  /// The same input unpacked, or as it is where it is not gzip.
  ///
  /// A stream that unpacks to more than the limits allow, or that ends early, fails with a
  /// [FormatException] that names the input.
  public static Source unpacked(Source source, Limits limits) throws IOException {
    byte[] head = source.head(2);
    boolean packed = head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    return packed
        ? new Source(source.name(), () -> new Bounded(source.name(), source.open(), limits))
        : source;
  }

  /// Counts what goes in and what comes out.
  private static final class Bounded extends FilterInputStream {

    private final String name;
    private final Counting packed;
    private final Limits limits;
    private long unpackedBytes;

    Bounded(String name, InputStream packed, Limits limits) throws IOException {
      this(name, new Counting(packed), limits);
    }

    private Bounded(String name, Counting packed, Limits limits) throws IOException {
      super(unzip(name, packed));
      this.name = name;
      this.packed = packed;
      this.limits = limits;
    }

    private static InputStream unzip(String name, Counting packed) throws IOException {
      try {
        return new GZIPInputStream(packed, BUFFER_BYTES);
      } catch (EOFException | ZipException broken) {
        packed.close();
        throw new FormatException(name, "gzip header is broken: " + broken.getMessage());
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count;
      try {
        count = super.read(buffer, offset, length);
      } catch (EOFException early) {
        throw new FormatException(name, "gzip stream ends early, at byte " + packed.bytes);
      } catch (ZipException broken) {
        throw new FormatException(
            name, "gzip stream is broken near byte " + packed.bytes + ": " + broken.getMessage());
      }
      unpackedBytes += Math.max(count, 0);
      limits.checkUnpacked(name, packed.bytes, unpackedBytes);
      return count;
    }
  }

  /// Counts bytes read.
  private static final class Counting extends FilterInputStream {

    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      bytes += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      bytes += Math.max(count, 0);
      return count;
    }
  }
}
