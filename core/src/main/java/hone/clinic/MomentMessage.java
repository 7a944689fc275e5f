package hone.clinic;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One message of Doctor: times and processors as numbers of eight bytes, handles and the loop's
/// utilisation as whole numbers, that one in per cent; what it says of memory is passed over.
final class MomentMessage {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double LATEST_MILLIS = 9e12;
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;
  private static final int LAST_SHIFT = 63;

  private final ByteBuffer bytes;
  private double timeMillis = -1;
  private double delayMillis = -1;
  private double processors = -1;
  private long handleCount = -1;
  private OptionalLong loopPercent = OptionalLong.empty();

  MomentMessage(ByteBuffer bytes) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// What it says.
  ///
  /// @throws IllegalArgumentException if that is no moment
  ProcessMoment moment() {
    try {
      while (bytes.hasRemaining()) {
        field(varint());
      }
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("a field is cut short", cut);
    }
    return new ProcessMoment(
        nanos(timeMillis),
        nanos(delayMillis),
        processors,
        handleCount,
        loopPercent.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(loopPercent.getAsLong() / 100.0));
  }

  private void field(long tag) {
    int number = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
    switch ((int) (tag & 7)) {
      case VARINT -> {
        long value = varint();
        switch (number) {
          case 5 -> handleCount = value;
          case 6 -> loopPercent = OptionalLong.of(value);
          default -> {}
        }
      }
      case EIGHT_BYTES -> number(number, bytes.getDouble());
      case LENGTH -> skip(varint());
      case FOUR_BYTES -> skip(Integer.BYTES);
      default -> throw new IllegalArgumentException("no such type of field");
    }
  }

  private void number(int field, double value) {
    switch (field) {
      case 1 -> timeMillis = value;
      case 2 -> delayMillis = value;
      case 3 -> processors = value;
      default -> {}
    }
  }

  private void skip(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + (int) count);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number has more than ten bytes");
  }

  private static long nanos(double millis) {
    if (!(millis >= 0 && millis < LATEST_MILLIS)) {
      throw new IllegalArgumentException("not a time: " + millis);
    }
    // A time since 1970 has no digits to spare for its nanoseconds.
    long whole = (long) millis;
    return whole * NANOS_PER_MILLI + Math.round((millis - whole) * NANOS_PER_MILLI);
  }
}
