package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.StackCursor;
import java.util.Arrays;

/// The locations of one sample as they are written, the leaf first.
///
/// Neighbouring samples mostly share their callers, which stand at the end: bytes that are the same
/// as those of the sample before are not taken apart again.
final class Path implements Octets.Piece {

  private static final int BLOCK = 32;

  private final Fields fields;
  private final Limits limits;
  private final int mostBytes;
  private byte[] written = new byte[256];
  private byte[] before = new byte[256];
  private int length;
  private int lengthBefore;

  /// Of the sample before, the callers first, from place 1 on.
  private long[] ids = new long[64];

  /// How many bytes there are from where each of them begins to the end.
  private int[] distances = new int[64];

  private int depth;

  Path(Fields fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
    mostBytes = Math.multiplyExact(limits.depth(), Octets.LONGEST_VARINT);
  }

  void clear() {
    length = 0;
  }

  /// Adds locations that are packed into one field, or a part of them.
  @Override
  public void accept(byte[] bytes, int from, int count) throws FormatException {
    reserve(count);
    System.arraycopy(bytes, from, written, length, count);
    length += count;
  }

  /// Adds the location of a field that holds one.
  void add(long id) throws FormatException {
    reserve(Octets.LONGEST_VARINT);
    long left = id;
    while ((left & ~0x7fL) != 0) {
      written[length++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    written[length++] = (byte) left;
  }

  /// Whether no number is cut at the end.
  boolean isWhole() {
    return length == 0 || written[length - 1] >= 0;
  }

  /// Leads a cursor to the stack of the locations that were added.
  ///
  /// @param cursor where it led it for the sample before
  void lead(StackCursor cursor, Table locations) throws FormatException {
    int shared = shared();
    take(shared);
    cursor.back(shared);
    for (int at = shared + 1; at <= depth; at++) {
      cursor.push(locations.place(ids[at]));
    }
    byte[] read = written;
    written = before;
    before = read;
    lengthBefore = length;
  }

  /// How many callers the bytes at the end have in common with those of the sample before.
  private int shared() {
    int bytes = sharedBytes();
    int shared = depth;
    while (distances[shared] > bytes) {
      shared--;
    }
    // What is the same may be the end of a longer number.
    boolean begins = bytes == length || written[length - bytes - 1] >= 0;
    return distances[shared] == bytes && !begins ? shared - 1 : shared;
  }

  private int sharedBytes() {
    int most = Math.min(length, lengthBefore);
    int same = 0;
    while (same + BLOCK <= most && isBlockSame(same)) {
      same += BLOCK;
    }
    while (same < most && written[length - 1 - same] == before[lengthBefore - 1 - same]) {
      same++;
    }
    return same;
  }

  private boolean isBlockSame(int same) {
    int end = length - same;
    int endBefore = lengthBefore - same;
    return Arrays.equals(written, end - BLOCK, end, before, endBefore - BLOCK, endBefore);
  }

  /// Takes apart what is not shared.
  private void take(int shared) throws FormatException {
    int end = length - distances[shared];
    int left = shared;
    for (int at = 0; at < end; at++) {
      left += written[at] >= 0 ? 1 : 0;
    }
    if (left > limits.depth()) {
      throw fields.broken("more than " + limits.depth() + " locations on one stack");
    }
    if (left >= ids.length) {
      ids = Arrays.copyOf(ids, left * 2);
      distances = Arrays.copyOf(distances, left * 2);
    }
    depth = left;
    int at = 0;
    while (at < end) {
      distances[left] = length - at;
      at = number(at, left);
      left--;
    }
  }

  /// Takes the number that begins there, and tells where the next one does.
  private int number(int from, int place) throws FormatException {
    long value = 0;
    for (int at = from; at < from + Octets.LONGEST_VARINT; at++) {
      value |= (long) (written[at] & 0x7f) << ((at - from) * 7);
      if (written[at] >= 0) {
        ids[place] = value;
        return at + 1;
      }
    }
    throw fields.tooLong();
  }

  private void reserve(int count) throws FormatException {
    if (count > mostBytes - length) {
      throw fields.broken("more than " + limits.depth() + " locations on one stack");
    }
    if (length + count > written.length) {
      written = Arrays.copyOf(written, (length + count) * 2);
    }
  }
}
