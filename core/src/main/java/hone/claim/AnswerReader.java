package hone.claim;

import hone.finding.Category;
import hone.finding.Severity;
import hone.schema.DocumentSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the answer of an agent, which may wrap the document in prose or a fence.
///
/// The last JSON object that keeps the strict schema is the answer.
public final class AnswerReader {

  private static final int LONGEST_CHARACTERS = 1 << 20;
  private static final int MOST_OBJECTS = 200;
  private static final int MOST_CLAIMS = 1000;
  private static final int DEEPEST = 50;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private AnswerReader() {}

  /// The answer in a text; anything may stand around it.
  public static Answer read(String text) {
    if (text.length() > LONGEST_CHARACTERS) {
      return broken("the answer is longer than " + LONGEST_CHARACTERS + " characters");
    }
    List<String> problems = List.of("the answer holds no JSON object");
    for (JsonNode object : objects(text).reversed()) {
      List<String> found = DocumentSchema.FINDINGS.strictProblems(object);
      if (found.isEmpty()) {
        return answer(object);
      }
      if (object.has("hotspots") || problems.size() == 1) {
        problems = found;
      }
    }
    return new Answer.Broken(problems);
  }

  private static Answer broken(String problem) {
    return new Answer.Broken(List.of(problem));
  }

  /// The outermost objects, in the order of the text.
  private static List<JsonNode> objects(String text) {
    List<JsonNode> objects = new ArrayList<>();
    int tried = 0;
    int at = text.indexOf('{');
    while (at >= 0 && tried++ < MOST_OBJECTS) {
      Optional<Parsed> parsed = object(text, at);
      parsed.map(Parsed::node).ifPresent(objects::add);
      at = text.indexOf('{', parsed.map(Parsed::end).orElse(at + 1));
    }
    return objects;
  }

  private record Parsed(JsonNode node, int end) {}

  private static Optional<Parsed> object(String text, int start) {
    try (JsonParser parser = JSON.createParser(text.substring(start))) {
      JsonNode node = parser.readValueAsTree();
      int length = Math.toIntExact(parser.currentLocation().getCharOffset());
      return Optional.of(new Parsed(node, start + Math.max(1, length)));
    } catch (JacksonException noObject) {
      return Optional.empty();
    }
  }

  private static Answer answer(JsonNode object) {
    List<Claim> claims = new ArrayList<>();
    for (JsonNode hotspot : object.path("hotspots")) {
      double percentage = hotspot.path("percentage").doubleValue();
      if (!Double.isFinite(percentage) || !hotspot.path("line").canConvertToLong()) {
        return broken("/hotspots/" + claims.size() + ": a number is too large");
      }
      claims.add(claim(hotspot, percentage));
    }
    if (claims.size() > MOST_CLAIMS) {
      return broken("/hotspots: has more than " + MOST_CLAIMS + " entries");
    }
    return new Answer.Read(claims, object.path("summary").stringValue(""));
  }

  private static Claim claim(JsonNode hotspot, double percentage) {
    return new Claim(
        Marked.meant(hotspot.path("function").stringValue("")),
        Marked.meant(hotspot.path("file").stringValue("")),
        hotspot.path("line").longValue(),
        percentage,
        Category.valueOf(constant(hotspot, "category")),
        Severity.valueOf(constant(hotspot, "severity")),
        Marked.meant(hotspot.path("suggested_approach").stringValue("")));
  }

  private static String constant(JsonNode hotspot, String key) {
    return hotspot.path(key).stringValue("").toUpperCase(Locale.ROOT);
  }
}
