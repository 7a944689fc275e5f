package hone.format.jfr;

import java.util.Optional;

/// The events that are samples, and the field that says what one weighs.
enum Kind {
  CPU_TIME("jdk.CPUTimeSample", "samplingPeriod"),
  EXECUTION("jdk.ExecutionSample", ""),
  NATIVE("jdk.NativeMethodSample", ""),
  ALLOCATION("jdk.ObjectAllocationSample", "weight"),
  IN_NEW_TLAB("jdk.ObjectAllocationInNewTLAB", "tlabSize"),
  OUTSIDE_TLAB("jdk.ObjectAllocationOutsideTLAB", "allocationSize");

  private final String event;
  private final String weight;

  Kind(String event, String weight) {
    this.event = event;
    this.weight = weight;
  }

  String event() {
    return event;
  }

  /// Name of the field whose value a sample has; blank where each counts for one period.
  String weight() {
    return weight;
  }

  static Optional<Kind> of(String event) {
    for (Kind kind : values()) {
      if (kind.event.equals(event)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
