package hone.project;

import hone.live.AllocationRate;
import hone.live.EventLoop;
import hone.live.Latencies;
import hone.live.LiveFigures;
import hone.live.Pauses;
import hone.live.ProcessFigures;
import hone.live.Traffic;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Live figures as the part `live` of `collected.json`; what was not measured is not there.
final class LiveJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private LiveJson() {}

  static ObjectNode of(LiveFigures figures) {
    ObjectNode live = JSON.createObjectNode();
    figures.traffic().ifPresent(traffic -> live.set("traffic", traffic(traffic)));
    figures
        .allocation()
        .ifPresent(rate ->
            live.putObject("allocation")
                .put("bytes_per_second", rate.bytesPerSecond())
                .put("duration_nanos", rate.durationNanos())
                .put("source", rate.source().key()));
    figures
        .eventLoop()
        .ifPresent(loop ->
            live.putObject("event_loop")
                .put("delay_p50_nanos", loop.p50Nanos())
                .put("delay_p99_nanos", loop.p99Nanos())
                .put("delay_max_nanos", loop.maxNanos())
                .put("ticks", loop.tickCount())
                .put("utilisation", loop.utilisation()));
    figures
        .pauses()
        .ifPresent(pauses ->
            live.putObject("gc_pauses")
                .put("count", pauses.count())
                .put("total_nanos", pauses.totalNanos())
                .put("longest_nanos", pauses.longestNanos()));
    figures.process().ifPresent(process -> live.set("process", process(process)));
    return live;
  }

  /// Reads what [#of] made.
  ///
  /// @throws IllegalArgumentException if it is not that
  static LiveFigures read(JsonNode live) {
    return new LiveFigures(
        part(live, "traffic", LiveJson::traffic),
        part(live, "allocation", LiveJson::allocation),
        part(live, "event_loop", LiveJson::eventLoop),
        part(live, "gc_pauses", LiveJson::pauses),
        part(live, "process", LiveJson::process));
  }

  private static ObjectNode traffic(Traffic traffic) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("model", traffic.model().text())
            .put("sent", traffic.sent())
            .put("failed", traffic.failed())
            .put("late", traffic.late());
    node.set("all", latencies(traffic.all()));
    ObjectNode classes = node.putObject("classes");
    traffic.classes().forEach((name, latencies) -> classes.set(name, latencies(latencies)));
    return node;
  }

  private static ObjectNode latencies(Latencies latencies) {
    ObjectNode node = JSON.createObjectNode();
    switch (latencies) {
      case Latencies.Counted counted -> {
        ArrayNode counts = node.putArray("counts");
        counted.counts().forEach((nanos, count) -> counts.addArray().add(nanos).add(count));
        node.put("unanswered", counted.unanswered());
      }
      case Latencies.Told told -> {
        ArrayNode quantiles = node.putArray("quantiles");
        told.quantiles().forEach((part, nanos) -> quantiles.addArray().add(part).add(nanos));
        node.put("count", told.count());
      }
    }
    return node;
  }

  private static <T> Optional<T> part(JsonNode live, String key, Function<JsonNode, T> read) {
    return live.has(key) ? Optional.of(read.apply(live.get(key))) : Optional.empty();
  }

  private static Traffic traffic(JsonNode node) {
    SortedMap<String, Latencies> classes = new TreeMap<>();
    node.required("classes")
        .properties()
        .forEach(entry -> classes.put(entry.getKey(), latencies(entry.getValue())));
    return new Traffic(
        Traffic.Model.valueOf(node.required("model").asString().toUpperCase(Locale.ROOT)),
        node.required("sent").asLong(),
        node.required("failed").asLong(),
        node.required("late").asLong(),
        latencies(node.required("all")),
        classes);
  }

  private static Latencies latencies(JsonNode node) {
    if (node.has("counts")) {
      SortedMap<Long, Long> counts = new TreeMap<>();
      for (JsonNode pair : node.get("counts")) {
        counts.put(pair.required(0).asLong(), pair.required(1).asLong());
      }
      return new Latencies.Counted(counts, node.required("unanswered").asLong());
    }
    SortedMap<Double, Double> quantiles = new TreeMap<>();
    for (JsonNode pair : node.required("quantiles")) {
      quantiles.put(pair.required(0).asDouble(), pair.required(1).asDouble());
    }
    return new Latencies.Told(node.required("count").asLong(), quantiles);
  }

  private static AllocationRate allocation(JsonNode node) {
    return new AllocationRate(
        node.required("bytes_per_second").asDouble(),
        node.required("duration_nanos").asLong(),
        AllocationRate.Source.valueOf(node.required("source").asString().toUpperCase(Locale.ROOT)));
  }

  private static EventLoop eventLoop(JsonNode node) {
    return new EventLoop(
        node.required("delay_p50_nanos").asLong(),
        node.required("delay_p99_nanos").asLong(),
        node.required("delay_max_nanos").asLong(),
        node.required("ticks").asLong(),
        node.required("utilisation").asDouble());
  }

  private static ObjectNode process(ProcessFigures process) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("samples", process.sampleCount())
            .put("delay_p50_nanos", process.delayP50Nanos())
            .put("delay_p99_nanos", process.delayP99Nanos())
            .put("delay_max_nanos", process.delayMaxNanos())
            .put("processors_p50", process.processorsP50())
            .put("processors_p90", process.processorsP90())
            .put("handles_least", process.leastHandles())
            .put("handles_most", process.mostHandles());
    process.utilisation().ifPresent(share -> node.put("utilisation", share));
    return node;
  }

  private static ProcessFigures process(JsonNode node) {
    return new ProcessFigures(
        node.required("samples").asLong(),
        node.required("delay_p50_nanos").asLong(),
        node.required("delay_p99_nanos").asLong(),
        node.required("delay_max_nanos").asLong(),
        node.has("utilisation")
            ? OptionalDouble.of(node.get("utilisation").asDouble())
            : OptionalDouble.empty(),
        node.required("processors_p50").asDouble(),
        node.required("processors_p90").asDouble(),
        node.required("handles_least").asLong(),
        node.required("handles_most").asLong());
  }

  private static Pauses pauses(JsonNode node) {
    return new Pauses(
        node.required("count").asLong(),
        node.required("total_nanos").asLong(),
        node.required("longest_nanos").asLong());
  }
}
