package hone.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalLong;

/// Processor time of programs that have ended, as the system adds it up.
///
/// `getrusage(RUSAGE_CHILDREN)`: user and system time of every program this one started and has
/// taken the end of, with everything those waited for themselves, in microseconds. What left its
/// parent is not in it. The difference of two readings is the time of what ended between them, if
/// nothing else ended meanwhile.
public final class ProcessorTime {

  /// Twice a second and microseconds come first on Linux and macOS; the rest is not looked at.
  private static final int STRUCT_BYTES = 512;

  private static final int CHILDREN = -1;
  private static final Optional<MethodHandle> GETRUSAGE = getrusage();

  private ProcessorTime() {}

  /// Of all programs that have ended so far; nothing where the system does not tell.
  public static OptionalLong ofEnded() {
    if (GETRUSAGE.isEmpty()) {
      return OptionalLong.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(STRUCT_BYTES, Long.BYTES);
      int failed = (int) GETRUSAGE.get().invokeExact(CHILDREN, usage);
      return failed == 0
          ? OptionalLong.of(Math.addExact(nanos(usage, 0), nanos(usage, 16)))
          : OptionalLong.empty();
    } catch (Throwable impossible) {
      throw new IllegalStateException("getrusage", impossible);
    }
  }

  /// Microseconds have four bytes on macOS and eight on Linux, where the upper four are 0.
  private static long nanos(MemorySegment usage, long offset) {
    long seconds = usage.get(ValueLayout.JAVA_LONG, offset);
    int micros = usage.get(ValueLayout.JAVA_INT, offset + Long.BYTES);
    return Math.addExact(Math.multiplyExact(seconds, 1_000_000_000L), micros * 1_000L);
  }

  // One call of the C library whose signature is fixed by POSIX.
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> getrusage() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux") && !system.startsWith("Mac")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("getrusage")
        .map(symbol ->
            linker.downcallHandle(
                symbol,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
  }
}
