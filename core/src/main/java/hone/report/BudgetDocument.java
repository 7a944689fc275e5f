package hone.report;

import hone.live.BudgetJudgement;
import hone.live.Figure;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Judged budgets as JSON: the list `budgets` of `hone audit --json` and `hone gate --json`.
///
/// Numbers are in the unit of the limit. `value` is null where nothing was measured, or the figure
/// lies above all that was seen; an end of `interval` is null where none can be given.
public final class BudgetDocument {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BudgetDocument() {}

  /// The budgets, in the order of the standards.
  public static ArrayNode of(List<BudgetJudgement> judgements) {
    ArrayNode budgets = JSON.arrayNode();
    for (BudgetJudgement judgement : judgements) {
      ObjectNode object = budgets.addObject();
      object.put("name", judgement.budget().name());
      object.put("limit", judgement.budget().limit().value());
      object.put("unit", judgement.budget().limit().unit().name());
      add(
          object,
          judgement
              .figure()
              .map(Figure::value)
              .map(OptionalDouble::of)
              .orElse(OptionalDouble.empty()));
      ArrayNode interval = object.putArray("interval");
      add(interval, judgement.figure().map(Figure::low).orElse(OptionalDouble.empty()));
      add(interval, judgement.figure().map(Figure::high).orElse(OptionalDouble.empty()));
      object.put("verdict", judgement.outcome().text());
      object.put("reason", judgement.reason());
    }
    return budgets;
  }

  private static void add(ObjectNode object, OptionalDouble number) {
    if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
      object.put("value", number.getAsDouble());
    } else {
      object.putNull("value");
    }
  }

  private static void add(ArrayNode array, OptionalDouble number) {
    if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
      array.add(number.getAsDouble());
    } else {
      array.addNull();
    }
  }
}
