package hone.collect;

import hone.live.EventLoop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Measures the event loop of a Node.js service with a file that is preloaded into it.
///
/// The file keeps `monitorEventLoopDelay` and `eventLoopUtilization` of Node's `perf_hooks` in
/// memory; both are asked for through the inspector, at the ends of the profile.
final class EventLoopProbe {

  private static final String NAME = "event-loop.cjs";
  private static final String PROBE = "globalThis[Symbol.for('hone.event-loop')]";

  private EventLoopProbe() {}

  /// Writes the file.
  ///
  /// @return its path as `NODE_OPTIONS` takes it, which has quotes and backslashes of its own
  static String write(Path folder) throws IOException {
    Path file = folder.toAbsolutePath().resolve(NAME);
    try (InputStream in = Objects.requireNonNull(EventLoopProbe.class.getResourceAsStream(NAME))) {
      Files.write(file, in.readAllBytes());
    }
    return '"' + file.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// Begins anew to measure.
  static void begin(Inspector inspector) throws IOException, InterruptedException {
    inspector.call("Runtime.evaluate", Map.of("expression", PROBE + "?.begin()"));
  }

  /// What was measured since; empty where the file was not loaded.
  static Optional<EventLoop> end(Inspector inspector) throws IOException, InterruptedException {
    JsonNode figures =
        inspector
            .call(
                "Runtime.evaluate",
                Map.of("expression", PROBE + "?.figures()", "returnByValue", true))
            .at("/result/value");
    if (!figures.isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EventLoop(
              figures.required("p50").asLong(),
              figures.required("p99").asLong(),
              figures.required("max").asLong(),
              figures.required("count").asLong(),
              Math.clamp(figures.required("utilization").asDouble(), 0, 1)));
    } catch (IllegalArgumentException strange) {
      throw new IOException("the event loop's figures: " + strange.getMessage(), strange);
    }
  }
}
