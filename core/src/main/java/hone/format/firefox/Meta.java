package hone.format.firefox;

import hone.input.JsonDocument;
import java.io.IOException;

/// What a profile says of itself, as far as it matters here.
final class Meta {

  private double intervalMillis;
  private double startMillis;
  private String cpuUnit = "";
  private boolean withoutSymbols;

  boolean read(JsonDocument document) throws IOException {
    if (!document.isObject()) {
      return false;
    }
    document.object(field -> {
      switch (field) {
        case "startTime" -> startMillis = document.isNumber() ? document.decimal() : 0;
        case "interval" -> intervalMillis = document.isNumber() ? document.decimal() : 0;
        case "symbolicated" -> {
          withoutSymbols = document.isFalse();
          return false;
        }
        case "sampleUnits" -> {
          if (!document.isObject()) {
            return false;
          }
          document.object(unit -> {
            if (!unit.equals("threadCPUDelta") || !document.isText()) {
              return false;
            }
            cpuUnit = document.text();
            return true;
          });
        }
        default -> {
          return false;
        }
      }
      return true;
    });
    return true;
  }

  /// When the process began, since 1970; times of samples count from here.
  double startMillis() {
    return startMillis;
  }

  double intervalMillis() {
    return intervalMillis;
  }

  /// Nanoseconds in one unit of CPU time, or 0 where the unit is no time.
  double cpuNanos() {
    return switch (cpuUnit) {
      case "ns" -> 1;
      case "µs", "us" -> 1e3;
      case "ms" -> 1e6;
      default -> 0;
    };
  }

  /// Whether functions of libraries are addresses still.
  boolean withoutSymbols() {
    return withoutSymbols;
  }
}
