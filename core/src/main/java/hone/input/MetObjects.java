package hone.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Objects of a JSON document that were met before, known by their very bytes and numbered from 0.
///
/// What begins with the bytes of a whole object is that object again, so that it need not be taken
/// apart to find its end. Only short objects are kept, and so many at most.
public final class MetObjects {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// The same byte eight times, in one word.
  private static final long ONES = 0x0101010101010101L;

  private static final long ENDS = ONES * '}';
  private static final long TOP_BITS = ONES << 7;
  private static final int MOST = 1 << 17;

  /// The bytes of the longest object that is kept.
  static final int LONGEST = 512;

  private final ByteNames objects = new ByteNames();

  /// The number of the object that begins there; below 0 where it was not met, or is not whole.
  int find(byte[] bytes, int from, int limit) {
    int end = end(bytes, from, Math.min(limit, from + LONGEST));
    return end < 0 ? -1 : objects.find(bytes, from, end);
  }

  /// Keeps an object, and gives its number; below 0 where it is not kept.
  int keep(byte[] bytes, int from, int to) {
    boolean room = objects.size() < MOST && to - from <= LONGEST;
    return room ? objects.number(bytes, from, to) : -1;
  }

  /// How many bytes the object of a number has.
  int length(int number) {
    return objects.length(number);
  }

  int size() {
    return objects.size();
  }

  /// Behind the first mark that may end an object; below 0 where there is none before the limit.
  private static int end(byte[] bytes, int from, int limit) {
    int at = from;
    while (at <= limit - Long.BYTES && !mayEnd((long) EIGHT.get(bytes, at))) {
      at += Long.BYTES;
    }
    while (at < limit && bytes[at] != '}') {
      at++;
    }
    return at < limit ? at + 1 : -1;
  }

  /// Whether one of eight bytes may be the mark, which a byte behind the mark alone can feign.
  private static boolean mayEnd(long word) {
    long others = word ^ ENDS;
    return ((others - ONES) & ~others & TOP_BITS) != 0;
  }
}
