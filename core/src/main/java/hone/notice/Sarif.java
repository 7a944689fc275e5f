package hone.notice;

import hone.gate.GateResult;
import hone.input.JsonText;
import hone.input.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A gate's result in SARIF 2.1.0, as code scanning and editors read it: a result for each
/// benchmark that closes the gate, for each budget that is broken, and, suppressed, for what was
/// accepted.
///
/// @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
public final class Sarif {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String UNRESERVED = "-._~/";

  /// The kinds of result.
  private record Rule(String id, String name, String text) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "regressed",
              "PerformanceRegression",
              "A benchmark got slower by the noise threshold or more, confirmed by fresh runs."),
          new Rule("missing", "BenchmarkMissing", "The base has a benchmark that the head lost."),
          new Rule(
              "failed", "BenchmarkFailed", "A benchmark does not come to its end on the head."),
          new Rule(
              "budget", "BudgetBroken", "The service broke a budget of the team's standards."));

  private Sarif() {}

  /// The log.
  ///
  /// @param version of this program
  public static ObjectNode of(Notice notice, String version) {
    ObjectNode log = JSON.objectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "hone").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    RULES.forEach(rule -> rules.add(rule(rule)));
    run.put("columnKind", "utf16CodeUnits");
    run.putObject("automationDetails").put("id", "hone-gate/" + uri(notice.service()) + "/");
    invocation(run.putArray("invocations").addObject(), notice);
    ArrayNode results = run.putArray("results");
    for (Row row : notice.rows()) {
      if (row.closes()) {
        results.add(result(notice, row));
      }
    }
    notice.budgets().stream()
        .filter(Budget::closes)
        .forEach(budget -> results.add(result(notice, budget)));
    return log;
  }

  /// The same as text.
  public static String text(Notice notice, String version) {
    return JsonText.page(of(notice, version));
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode node = JSON.objectNode().put("id", rule.id()).put("name", rule.name());
    node.putObject("shortDescription").put("text", rule.text());
    node.putObject("defaultConfiguration").put("level", "error");
    return node;
  }

  private static void invocation(ObjectNode invocation, Notice notice) {
    boolean judged = notice.state() != GateResult.State.UNDECIDED;
    invocation.put("executionSuccessful", judged);
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    if (!judged) {
      for (String reason : notice.reasons()) {
        ObjectNode notification = notifications.addObject().put("level", "error");
        notification.putObject("message").put("text", "could not judge: " + Printable.of(reason));
      }
    }
    notice
        .refused()
        .forEach(why ->
            notifications
                .addObject()
                .put("level", "warning")
                .putObject("message")
                .put("text", Printable.of(why)));
  }

  private static ObjectNode result(Notice notice, Row row) {
    ObjectNode result = result(row.verdict(), "error", Explanation.of(notice, row));
    ArrayNode locations = result.putArray("locations");
    ObjectNode location = location(notice.placeOf(row));
    location
        .putArray("logicalLocations")
        .addObject()
        .put("name", Printable.of(row.benchmark()))
        .put("kind", "member");
    locations.add(location);
    List<Regression> known = notice.regressionsOf(row);
    if (!known.isEmpty()) {
      ArrayNode related = JSON.arrayNode();
      known.getFirst().places().stream().skip(1).forEach(place -> related.add(location(place)));
      if (!related.isEmpty()) {
        result.set("relatedLocations", related);
      }
    }
    result
        .putObject("partialFingerprints")
        .put("honeBenchmark/v1", Fingerprint.of(notice.service(), row.verdict(), row.name()));
    ObjectNode properties = result.putObject("properties");
    row.effect().ifPresent(effect -> properties.put("effect", effect));
    row.p().ifPresent(p -> properties.put("p", p));
    suppressions(result, notice, row);
    return result;
  }

  /// What was accepted is there, and says by whom.
  private static void suppressions(ObjectNode result, Notice notice, Row row) {
    notice.accepted().stream()
        .filter(accepted -> accepted.is(row))
        .findFirst()
        .ifPresent(accepted ->
            result
                .putArray("suppressions")
                .addObject()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", Printable.of(Explanation.of(accepted))));
  }

  private static ObjectNode result(Notice notice, Budget budget) {
    ObjectNode result = result("budget", "error", "budget broken: " + Printable.of(budget.name()));
    result.putArray("locations").add(location(notice.settingsPlace()));
    result
        .putObject("partialFingerprints")
        .put("honeBenchmark/v1", Fingerprint.of(notice.service(), "budget", budget.name()));
    return result;
  }

  private static ObjectNode result(String rule, String level, String message) {
    ObjectNode result = JSON.objectNode().put("ruleId", rule);
    IntStream.range(0, RULES.size())
        .filter(index -> RULES.get(index).id().equals(rule))
        .forEach(index -> result.put("ruleIndex", index));
    result.put("level", level);
    result.putObject("message").put("text", message);
    return result;
  }

  private static ObjectNode location(Place place) {
    ObjectNode physical = JSON.objectNode();
    physical
        .putObject("artifactLocation")
        .put("uri", uri(place.file()))
        .put("uriBaseId", "%SRCROOT%");
    physical.putObject("region").put("startLine", place.line());
    ObjectNode location = JSON.objectNode();
    location.set("physicalLocation", physical);
    return location;
  }

  /// A path as a relative reference of RFC 3986; whatever means something in one is escaped.
  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
      if (plain) {
        uri.append(character);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) character));
      }
    }
    return uri.toString();
  }
}
