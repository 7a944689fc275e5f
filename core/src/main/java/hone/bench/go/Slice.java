package hone.bench.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Bytes of a text, equal to any others that read the same.
final class Slice implements Comparable<Slice> {

  private final byte[] bytes;
  private final int from;
  private final int to;

  /// The bytes themselves; whoever keeps the slice sees to it that they stay as they are.
  Slice(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  boolean is(byte[] others, int begin, int end) {
    return Arrays.equals(bytes, from, to, others, begin, end);
  }

  /// By the bytes, for the reason that [hone.bench.SeriesKey] gives.
  @Override
  public int compareTo(Slice other) {
    return Arrays.compare(bytes, from, to, other.bytes, other.from, other.to);
  }

  String text() {
    return new String(bytes, from, to - from, UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice slice && slice.is(bytes, from, to);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }
}
