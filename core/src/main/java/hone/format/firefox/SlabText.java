package hone.format.firefox;

import hone.input.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// The JSON that slabs stand for: each reference is replaced by what it refers to.
final class SlabText extends InputStream {

  private static final int PIECE = 1 << 12;
  private static final int DEEPEST = 16;
  private static final int EXPANSION = 32;
  private static final int SMALL = 1 << 20;

  private final Slabs slabs;
  private final Deque<Part> open = new ArrayDeque<>();
  private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * PIECE);
  private byte[] piece = new byte[0];
  private int at;
  private long total;

  /// A slab, and how far it is written.
  private static final class Part {
    private final Slabs.Slab slab;
    private int at;
    private boolean quoted;

    Part(Slabs.Slab slab) {
      this.slab = slab;
      this.at = slab.from();
    }
  }

  SlabText(Slabs slabs) throws FormatException {
    this.slabs = slabs;
    open.push(new Part(slabs.root()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (at == piece.length) {
      if (open.isEmpty()) {
        return -1;
      }
      make();
    }
    int taken = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, bytes, offset, taken);
    at += taken;
    return taken;
  }

  /// Makes the next piece of the text, which may be empty.
  private void make() throws FormatException {
    made.reset();
    Part part = open.element();
    if (part.slab.kind() == Slabs.Kind.JSON) {
      json(part);
    } else {
      numbers(part);
    }
    piece = made.toByteArray();
    at = 0;
    total += piece.length;
    if (total > SMALL + (long) EXPANSION * slabs.file().limit()) {
      throw new FormatException(
          slabs.input(),
          "slabs refer to each other until the text is more than "
              + EXPANSION
              + " times as long: refused as a bomb");
    }
  }

  private void json(Part part) throws FormatException {
    ByteBuffer file = slabs.file();
    int until = part.slab.until();
    while (part.at < until && made.size() < PIECE) {
      byte here = file.get(part.at);
      if (here == '{' && !part.quoted) {
        Reference reference = new Reference(file, part.at, until);
        if (reference.isOne()) {
          part.at = reference.end();
          push(slabs.slab(reference.slab()));
          return;
        }
      }
      if (here == '\\' && part.quoted && part.at + 1 < until) {
        made.write(here);
        part.at++;
        here = file.get(part.at);
      } else if (here == '"') {
        part.quoted = !part.quoted;
      }
      made.write(here);
      part.at++;
    }
    if (part.at == until) {
      open.pop();
    }
  }

  private void push(Slabs.Slab slab) throws FormatException {
    if (open.size() == DEEPEST) {
      throw new FormatException(slabs.input(), "slabs in slabs, more than " + DEEPEST + " deep");
    }
    open.push(new Part(slab));
  }

  private void numbers(Part part) {
    StringBuilder text = new StringBuilder(part.at == part.slab.from() ? "[" : "");
    while (part.at < part.slab.until() && text.length() < PIECE) {
      text.append(part.at == part.slab.from() ? "" : ",").append(number(part));
      part.at += part.slab.kind().bytes();
    }
    if (part.at == part.slab.until()) {
      text.append(']');
      open.pop();
    }
    made.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private String number(Part part) {
    ByteBuffer file = slabs.file();
    int place = part.at;
    return switch (part.slab.kind()) {
      case INT8, JSON -> Byte.toString(file.get(place));
      case UINT8 -> Integer.toString(file.get(place) & 0xff);
      case INT16 -> Short.toString(file.getShort(place));
      case UINT16 -> Integer.toString(file.getShort(place) & 0xffff);
      case INT32 -> Integer.toString(file.getInt(place));
      case UINT32 -> Integer.toUnsignedString(file.getInt(place));
      case INT64 -> Long.toString(file.getLong(place));
      case UINT64 -> Long.toUnsignedString(file.getLong(place));
      case FLOAT32 -> decimal(file.getFloat(place));
      case FLOAT64 -> decimal(file.getDouble(place));
    };
  }

  private static String decimal(double number) {
    return Double.isFinite(number) ? Double.toString(number) : "null";
  }

  /// What may be an object whose only field is `$s`, a whole number.
  private static final class Reference {

    private static final int MOST_DIGITS = 10;

    private final ByteBuffer file;
    private final int limit;
    private int at;
    private long slab = -1;
    private boolean one;

    Reference(ByteBuffer file, int from, int limit) {
      this.file = file;
      this.limit = limit;
      this.at = from;
      this.one = take('{') && take('"') && next('$') && next('s') && next('"') && take(':');
      this.one = one && digits() && take('}');
    }

    boolean isOne() {
      return one;
    }

    long slab() {
      return slab;
    }

    int end() {
      return at;
    }

    private boolean take(char wanted) {
      while (at < limit && file.get(at) <= ' ' && file.get(at) > 0) {
        at++;
      }
      return next(wanted);
    }

    private boolean next(char wanted) {
      if (at < limit && file.get(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    private boolean digits() {
      while (at < limit && file.get(at) <= ' ' && file.get(at) > 0) {
        at++;
      }
      int from = at;
      slab = 0;
      while (at < limit && at - from < MOST_DIGITS && file.get(at) >= '0' && file.get(at) <= '9') {
        slab = slab * 10 + (file.get(at) - '0');
        at++;
      }
      return at > from;
    }
  }
}
