package hone.report;

import hone.input.JsonText;
import hone.standard.Budget;
import hone.standard.Clause;
import hone.standard.Meaning;
import hone.standard.Standards;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Standards as the JSON document of `hone standards --json`.
public final class StandardsDocument {

  private static final JsonMapper JSON = JsonMapper.shared();

  private StandardsDocument() {}

  /// One object, with each clause and the values that hold in the end.
  public static String of(Standards standards) {
    ObjectNode document = JSON.createObjectNode();
    document.put("file", standards.input());
    ArrayNode clauses = document.putArray("clauses");
    standards.clauses().forEach(clause -> clauses.add(clause(clause)));
    ArrayNode budgets = document.putArray("budgets");
    standards.clauses().stream()
        .flatMap(clause -> clause.meanings().stream())
        .flatMap(meaning -> meaning instanceof Budget budget ? Stream.of(budget) : Stream.empty())
        .forEach(budget -> budgets.add(budget(budget)));
    document.put("minimum_duration_nanos", standards.minimumDuration().toNanos());
    document.put("change_share", standards.changeShare());
    document.put("hotspot_share", standards.hotspotShare());
    document.put("significance", standards.significance());
    document.put("minimum_runs", standards.minimumRunCount());
    return JsonText.page(document);
  }

  private static ObjectNode clause(Clause clause) {
    ObjectNode node = JSON.createObjectNode();
    node.put("line", clause.line());
    node.put("text", clause.text());
    node.put("treatment", clause.treatment().text().replace(' ', '_'));
    ArrayNode meanings = node.putArray("meanings");
    clause.meanings().stream().map(Meaning::text).forEach(meanings::add);
    ArrayNode handling = node.putArray("handling");
    clause.meanings().stream().map(Handling::of).distinct().forEach(handling::add);
    return node;
  }

  private static ObjectNode budget(Budget budget) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", budget.name());
    node.put("limit", budget.limit().value());
    node.put("unit", budget.limit().unit().name());
    node.put("class", budget.endpointClass());
    node.put("language", budget.language().map(language -> language.text()).orElse(null));
    return node;
  }
}
