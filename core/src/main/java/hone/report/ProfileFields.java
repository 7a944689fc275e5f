package hone.report;

import hone.analysis.EvidenceQuality;
import hone.analysis.Place;
import hone.profile.Profile;
import hone.profile.Recording;
import hone.profile.ValueType;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the documents on profiles have in common.
final class ProfileFields {

  private ProfileFields() {}

  /// The profile as a whole.
  static ObjectNode profile(Profile profile) {
    Recording recording = profile.recording();
    ObjectNode node = JsonMapper.shared().createObjectNode();
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

  static ObjectNode evidence(EvidenceQuality evidence) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("verdict", verdict(evidence.verdict()));
    ArrayNode reasons = node.putArray("reasons");
    evidence.reasons().forEach(reasons::add);
    return node;
  }

  /// As documents and tables write it.
  static String verdict(EvidenceQuality.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /// Adds function, file and line, null where they are not known, and the address of one.
  static void place(ObjectNode node, Place place) {
    textOrNull(node, "function", place.function());
    textOrNull(node, "file", place.file());
    if (place.line() == 0) {
      node.putNull("line");
    } else {
      node.put("line", place.line());
    }
    if (place.address() != 0) {
      node.put("address", "0x" + Long.toHexString(place.address()));
    }
  }

  private static void textOrNull(ObjectNode node, String key, String text) {
    if (text.isEmpty()) {
      node.putNull(key);
    } else {
      node.put(key, text);
    }
  }

  /// Per cent to two decimals.
  static double percentage(long part, long total) {
    return total == 0 ? 0 : Math.round(10_000.0 * part / total) / 100.0;
  }
}
