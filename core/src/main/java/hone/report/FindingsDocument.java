package hone.report;

import hone.analysis.EvidenceQuality;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.finding.ProfileKind;
import hone.input.FormatException;
import hone.input.JsonText;
import hone.input.Printable;
import hone.input.Source;
import hone.schema.DocumentSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings as the JSON document `perf-findings.json`, written and read back.
///
/// The document is valid against the public schema of findings; each hotspot carries more, which
/// that schema leaves open. `share` is exact; `percentage` is the same for people, to three
/// decimals.
public final class FindingsDocument {

  private static final int LIMIT_BYTES = 64 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FindingsDocument() {}

  /// The document, in the order of the findings.
  public static String of(Findings findings) {
    ObjectNode document = JSON.createObjectNode();
    document.put("service", findings.service());
    document.put("profile_type", findings.profile().text());
    document.put("duration_seconds", findings.durationSeconds());
    ArrayNode hotspots = document.putArray("hotspots");
    for (Finding finding : findings.hotspots()) {
      // The public schema leaves no room for it beside the hotspots.
      ObjectNode node = hotspot(finding);
      node.set("evidence_quality", ProfileFields.evidence(findings.evidence()));
      hotspots.add(node);
    }
    document.put("summary", findings.summary());
    document.put("estimated_improvement", findings.estimatedImprovement());
    return JsonText.page(document);
  }

  /// Reads a document back, trusting nothing in it.
  ///
  /// @throws FormatException if it is not JSON, breaks the schema, or holds what no finding can
  public static Findings read(Source source) throws IOException {
    byte[] bytes = source.bytes(LIMIT_BYTES);
    JsonNode document;
    try {
      document = JSON.readTree(bytes);
    } catch (JacksonException broken) {
      String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
      throw new FormatException(source.name(), "not JSON: " + Printable.of(reason));
    }
    List<String> problems = DocumentSchema.FINDINGS.problems(document);
    if (!problems.isEmpty()) {
      throw new FormatException(
          source.name(), "breaks the schema of findings at " + problems.getFirst());
    }
    JsonFields fields = new JsonFields(source.name(), "", document);
    List<Finding> hotspots = new ArrayList<>();
    int number = 0;
    for (JsonNode node : document.path("hotspots")) {
      hotspots.add(
          HotspotReader.read(new JsonFields(source.name(), "hotspots[" + number++ + "].", node)));
    }
    return fields.made(() ->
        new Findings(
            fields.text("service"),
            fields.choice("profile_type", ProfileKind.values(), ProfileKind::text),
            fields.number("duration_seconds"),
            evidence(fields),
            hotspots,
            fields.text("summary"),
            fields.text("estimated_improvement")));
  }

  private static EvidenceQuality evidence(JsonFields fields) throws FormatException {
    List<JsonFields> hotspots = fields.objects("hotspots");
    if (hotspots.isEmpty()) {
      return new EvidenceQuality(EvidenceQuality.Verdict.INSUFFICIENT, List.of("no hotspots"));
    }
    JsonFields quality = hotspots.getFirst().object("evidence_quality");
    return new EvidenceQuality(
        quality.choice("verdict", EvidenceQuality.Verdict.values(), ProfileFields::verdict),
        quality.texts("reasons"));
  }

  private static ObjectNode hotspot(Finding finding) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", finding.id());
    node.put("function", finding.function());
    node.put("file", finding.file());
    node.put("line", finding.line());
    node.put("percentage", percentage(finding.share()));
    node.put("category", finding.category().text());
    node.put("severity", finding.severity().text());
    node.put("suggested_approach", finding.suggestedApproach());
    node.put("profile", finding.profile().text());
    node.put("evidence", finding.evidence().text());
    node.put("confidence", finding.confidence().text());
    node.put("share", finding.share());
    node.put("share_low", finding.lowShare());
    node.put("self_share", finding.selfShare());
    node.put("self_percentage", percentage(finding.selfShare()));
    node.put("samples", finding.sampleCount());
    node.put("improvement_bound", finding.improvementBound());
    node.put("material", finding.material());
    node.put("severity_ceiling", finding.ceiling().text());
    node.put("rule", finding.rule());
    node.put("recipe", finding.recipe().orElse(null));
    node.put("second_category", finding.also().map(also -> also.text()).orElse(null));
    put(node, "memory_share", finding.memoryShare());
    put(node, "allocation_rate", finding.impact().allocationRate());
    node.put("blocks_event_loop", finding.impact().blocksEventLoop());
    node.put("breached_budget", finding.impact().breachedBudget().orElse(null));
    finding.callPath().forEach(node.putArray("call_path")::add);
    finding.caveats().forEach(node.putArray("caveats")::add);
    ArrayNode advice = node.putArray("advice");
    finding
        .advice()
        .ifPresent(
            words -> advice.addObject().put("author", words.author()).put("text", words.text()));
    ArrayNode boundary = node.putArray("boundary");
    for (Finding.Callee callee : finding.boundary()) {
      boundary.addObject().put("function", callee.function()).put("share", callee.share());
    }
    return node;
  }

  private static void put(ObjectNode node, String key, OptionalDouble number) {
    if (number.isPresent()) {
      node.put(key, number.getAsDouble());
    } else {
      node.putNull(key);
    }
  }

  private static BigDecimal percentage(double share) {
    return BigDecimal.valueOf(share * 100).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
