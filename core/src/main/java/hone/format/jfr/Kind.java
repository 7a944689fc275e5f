package hone.format.jfr;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The events that are samples, waits or allocations, and what of one is counted.
enum Kind {
  CPU_TIME("jdk.CPUTimeSample", Measure.CPU, "samplingPeriod"),
  EXECUTION("jdk.ExecutionSample", Measure.CPU, ""),
  NATIVE("jdk.NativeMethodSample", Measure.NATIVE, ""),
  WALL_CLOCK("profiler.WallClockSample", Measure.WALL, "samples"),
  ALLOCATION("jdk.ObjectAllocationSample", Measure.ALLOCATION, "weight"),
  IN_NEW_TLAB("jdk.ObjectAllocationInNewTLAB", Measure.ALLOCATION, "tlabSize"),
  OUTSIDE_TLAB("jdk.ObjectAllocationOutsideTLAB", Measure.ALLOCATION, "allocationSize"),
  MONITOR_ENTER("jdk.JavaMonitorEnter", Measure.LOCK, "duration"),
  THREAD_PARK("jdk.ThreadPark", Measure.PARK, "duration"),
  MONITOR_WAIT("jdk.JavaMonitorWait", Measure.WAIT, "duration"),
  THREAD_SLEEP("jdk.ThreadSleep", Measure.SLEEP, "duration"),
  SOCKET_READ("jdk.SocketRead", Measure.SOCKET, "duration"),
  SOCKET_WRITE("jdk.SocketWrite", Measure.SOCKET, "duration"),
  SOCKET_CONNECT("jdk.SocketConnect", Measure.SOCKET, "duration"),
  FILE_READ("jdk.FileRead", Measure.FILE, "duration"),
  FILE_WRITE("jdk.FileWrite", Measure.FILE, "duration"),
  FILE_FORCE("jdk.FileForce", Measure.FILE, "duration");

  private static final Map<String, Kind> BY_EVENT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Kind::event, Function.identity()));

  private final String event;
  private final Measure measure;
  private final String weight;

  Kind(String event, Measure measure, String weight) {
    this.event = event;
    this.measure = measure;
    this.weight = weight;
  }

  /// The kind of an event of that type.
  static Optional<Kind> of(String event) {
    return Optional.ofNullable(BY_EVENT.get(event));
  }

  String event() {
    return event;
  }

  Measure measure() {
    return measure;
  }

  /// Name of the field whose value a sample has; blank where each counts for one period.
  String weight() {
    return weight;
  }

  /// Whether the weight is in ticks of the recorder's clock.
  boolean isInTicks() {
    return weight.equals("duration") || this == CPU_TIME;
  }
}
