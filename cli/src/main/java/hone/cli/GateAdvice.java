package hone.cli;

import hone.advice.Triage;
import hone.claim.Opinion;
import hone.claim.Regression;
import hone.input.FormatException;
import hone.input.Printable;
import hone.project.Project;
import hone.standard.Clause;
import hone.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts an agent's words beside the regressions that closed a gate. The gate stays as it is.
record GateAdvice(Triage triage, Project project) {

  private static final int SHOWN = 700;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /// Asks, where there are regressions.
  ///
  /// @param input    name of the document
  /// @param document each of its blocking regressions gets an `advice`
  /// @param note     told of what is no advice, a line each
  /// @return the advice, a line for each regression that there is some on
  List<String> into(String input, ObjectNode document, Consumer<String> note)
      throws Refusal, IOException {
    List<Regression> regressions = regressions(document);
    if (regressions.isEmpty()) {
      return List.of();
    }
    String diff =
        project.repository().diff(commit(input, document, "base"), commit(input, document, "head"));
    Triage.Told told;
    try {
      told =
          triage.told(
              regressions, diff, project.standards().clauses().stream().map(Clause::text).toList());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
    told.notices().forEach(note);
    told.dropped().forEach(reason -> note.accept("dropped an opinion: " + reason));
    told.failure().ifPresent(why -> note.accept(triage.author() + " gave no advice: " + why));
    List<String> lines = new ArrayList<>();
    for (Opinion opinion : told.opinions()) {
      put(document, opinion);
      lines.add(Printable.of(line(opinion), SHOWN));
    }
    return lines;
  }

  private static List<Regression> regressions(ObjectNode document) {
    List<Regression> regressions = new ArrayList<>();
    for (JsonNode blocking : document.path("blocking_regressions")) {
      List<String> functions = new ArrayList<>();
      blocking.path("functions").forEach(each -> functions.add(each.asString("")));
      regressions.add(
          new Regression(
              blocking.path("benchmark").asString(""),
              blocking.path("metric").asString(""),
              blocking.path("effect").asDouble(0),
              blocking.path("cause").asString(""),
              functions));
    }
    return regressions;
  }

  private String commit(String input, ObjectNode document, String key)
      throws Refusal, FormatException {
    String id = document.path(key).asString("");
    if (!COMMIT.matcher(id).matches()) {
      throw new FormatException(input, "'" + key + "' is no commit");
    }
    return project.repository().commit(id);
  }

  private void put(ObjectNode document, Opinion opinion) {
    for (JsonNode blocking : document.path("blocking_regressions")) {
      boolean meant =
          blocking.path("benchmark").asString("").equals(opinion.regression().benchmark())
              && blocking.path("metric").asString("").equals(opinion.regression().metric());
      if (meant && blocking instanceof ObjectNode object) {
        ObjectNode advice = object.putObject("advice").put("author", triage.author());
        advice.put("kind", opinion.kind().text()).put("cause", opinion.cause());
        ArrayNode functions = advice.putArray("functions");
        opinion.functions().forEach(functions::add);
        advice.put("trade_off", opinion.tradeOff().text()).put("reason", opinion.reason());
      }
    }
  }

  private String line(Opinion opinion) {
    return "%s on %s %s: %s: %s It %s: %s"
        .formatted(
            triage.author(),
            opinion.regression().benchmark(),
            opinion.regression().metric(),
            opinion.kind().text(),
            opinion.cause(),
            opinion.tradeOff().words(),
            opinion.reason());
  }
}
