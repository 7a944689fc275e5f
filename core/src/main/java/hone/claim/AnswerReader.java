package hone.claim;

import hone.finding.Category;
import hone.finding.Severity;
import hone.schema.DocumentSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Reads the answer of an agent, which may wrap the document in prose or a fence.
///
/// The last JSON object that keeps the strict schema is the answer.
public final class AnswerReader {

  private static final int MOST_CLAIMS = 1000;

  private AnswerReader() {}

  /// The answer in a text; anything may stand around it.
  public static Answer read(String text) {
    if (text.length() > Embedded.LONGEST_CHARACTERS) {
      return broken("the answer is longer than " + Embedded.LONGEST_CHARACTERS + " characters");
    }
    List<String> problems = List.of("the answer holds no JSON object");
    for (JsonNode object : Embedded.objects(text).reversed()) {
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
