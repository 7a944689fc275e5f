package hone.load;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A [LoadReport] as JSON: keys in snake case, times in nanoseconds.
public final class LoadReportJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private LoadReportJson() {}

  public static ObjectNode of(LoadReport report) {
    return switch (report) {
      case LoadReport.Generated generated -> generated(generated);
      case LoadReport.External external -> external(external);
      case LoadReport.Idle() -> MAPPER.createObjectNode().put("load", "none");
    };
  }

  private static ObjectNode generated(LoadReport.Generated report) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("load", "generated")
            .put("rate_per_second", report.ratePerSecond())
            .put("achieved_per_second", report.achievedPerSecond())
            .put("duration_nanos", report.durationNanos())
            .put("sent", report.sent())
            .put("completed", report.completed())
            .put("failed", report.failed());
    ObjectNode failures = json.putObject("failures");
    report.failures().forEach((kind, count) -> failures.put(kind.text(), count));
    json.put("late_starts", report.lateStarts());
    json.set("latency", latency(report.all()));
    ObjectNode classes = json.putObject("classes");
    for (Map.Entry<String, Latency> entry : report.classes().entrySet()) {
      classes.set(entry.getKey(), latency(entry.getValue()));
    }
    return json.put("ended_early", report.endedEarly().map(LoadReport.EarlyEnd::text).orElse(null));
  }

  private static ObjectNode latency(Latency latency) {
    return MAPPER
        .createObjectNode()
        .put("count", latency.count())
        .put("p50_nanos", latency.p50Nanos())
        .put("p90_nanos", latency.p90Nanos())
        .put("p99_nanos", latency.p99Nanos())
        .put("p999_nanos", latency.p999Nanos())
        .put("max_nanos", latency.maxNanos());
  }

  private static ObjectNode external(LoadReport.External report) {
    return MAPPER
        .createObjectNode()
        .put("load", "external")
        .put("command", report.command())
        .put("exit_code", report.exitCode().orElse(null))
        .put("duration_nanos", report.durationNanos())
        .put("output", report.output());
  }
}
