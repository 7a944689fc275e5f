package hone.collect;

import hone.process.Running;
import java.time.Duration;
import java.util.OptionalDouble;

/// How many processors a service keeps busy, by the operating system's count of its processes: what
/// the samples of a profile must stand for.
final class ProcessorUse {

  private static final long SHORTEST_NANOS = 1_000_000_000L;

  private final Running service;
  private final long beganNanos;
  private final Duration usedBefore;

  private ProcessorUse(Running service, long beganNanos, Duration usedBefore) {
    this.service = service;
    this.beganNanos = beganNanos;
    this.usedBefore = usedBefore;
  }

  /// Starts to look.
  static ProcessorUse from(Running service, long nowNanos) {
    return new ProcessorUse(service, nowNanos, used(service));
  }

  /// The mean since then, 1 for one processor all the time; empty where the system does not tell or
  /// it was too short.
  OptionalDouble until(long nowNanos) {
    long nanos = nowNanos - beganNanos;
    long used = used(service).minus(usedBefore).toNanos();
    return nanos < SHORTEST_NANOS || used <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) used / nanos);
  }

  private static Duration used(Running service) {
    return service.processes().stream()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
