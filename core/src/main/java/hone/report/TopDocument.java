package hone.report;

import hone.analysis.EvidenceQuality;
import hone.analysis.Hotspot;
import hone.profile.Profile;
import hone.profile.Recording;
import hone.profile.ValueType;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Hotspots as the JSON document of `hone top --json`: exact values, percentages to two decimals.
public final class TopDocument {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private TopDocument() {}

  /// The whole document, on one line.
  public static String of(Top top) {
    Profile profile = top.profile();
    ValueType type = profile.types().get(top.type());
    long total = profile.total(top.type());
    ObjectNode document = JSON.createObjectNode();
    document.set("profile", profile(profile));
    document.put("type", type.name());
    document.put("unit", type.unit().name());
    document.put("total", total);
    document.set("evidence", evidence(top.evidence()));
    ArrayNode functions = document.putArray("functions");
    top.hotspots().forEach(hotspot -> functions.add(function(hotspot, total)));
    return JSON.writeValueAsString(document);
  }

  private static ObjectNode profile(Profile profile) {
    Recording recording = profile.recording();
    ObjectNode node = JSON.createObjectNode();
    node.put("format", recording.format());
    node.put("samples", samples(profile));
    if (recording.durationNanos().isPresent()) {
      node.put("duration_nanos", recording.durationNanos().getAsLong());
    } else {
      node.putNull("duration_nanos");
    }
    ArrayNode types = node.putArray("types");
    for (ValueType type : profile.types()) {
      types.addObject().put("name", type.name()).put("unit", type.unit().name());
    }
    node.put("dropped", recording.droppedCount());
    node.put("truncated", recording.truncatedCount());
    ArrayNode warnings = node.putArray("warnings");
    recording.warnings().forEach(warnings::add);
    return node;
  }

  /// The samples the profiler took, where the profile counts them.
  private static long samples(Profile profile) {
    OptionalInt counted = profile.type("samples");
    return counted.isPresent() ? profile.total(counted.getAsInt()) : profile.sampleCount();
  }

  private static ObjectNode evidence(EvidenceQuality evidence) {
    ObjectNode node = JSON.createObjectNode();
    node.put("verdict", evidence.verdict().name().toLowerCase(Locale.ROOT));
    ArrayNode reasons = node.putArray("reasons");
    evidence.reasons().forEach(reasons::add);
    return node;
  }

  private static ObjectNode function(Hotspot hotspot, long total) {
    ObjectNode node = JSON.createObjectNode();
    node.put("function", hotspot.function());
    if (hotspot.file().isEmpty()) {
      node.putNull("file");
    } else {
      node.put("file", hotspot.file());
    }
    if (hotspot.line() == 0) {
      node.putNull("line");
    } else {
      node.put("line", hotspot.line());
    }
    node.put("flat", hotspot.flat());
    node.put("flat_percentage", percentage(hotspot.flat(), total));
    node.put("cum", hotspot.cumulative());
    node.put("cum_percentage", percentage(hotspot.cumulative(), total));
    return node;
  }

  private static double percentage(long part, long total) {
    return total == 0 ? 0 : Math.round(10_000.0 * part / total) / 100.0;
  }
}
