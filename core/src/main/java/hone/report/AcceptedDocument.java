package hone.report;

import hone.gate.Acceptances;
import hone.gate.Judgement;
import hone.service.Acceptance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a team accepted as JSON: the lists `accepted` and `acceptances_refused` of `hone gate
/// --json`.
public final class AcceptedDocument {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AcceptedDocument() {}

  /// What would have closed the gate, with the words that let it through.
  ///
  /// @param file that holds them, from the root of the repository
  public static ArrayNode accepted(Acceptances acceptances, String file) {
    ArrayNode list = JSON.arrayNode();
    for (Acceptances.Accepted each : acceptances.accepted()) {
      list.add(accepted(each, file));
    }
    return list;
  }

  private static ObjectNode accepted(Acceptances.Accepted accepted, String file) {
    Judgement judgement = accepted.judgement();
    Acceptance words = accepted.words();
    ObjectNode object = JSON.objectNode();
    object.put("benchmark", judgement.benchmark()).put("metric", judgement.metric().name());
    object.put("verdict", judgement.verdict().toString());
    boolean measured = judgement.figures().isPresent();
    if (measured && Double.isFinite(judgement.effect())) {
      object.put("effect", judgement.effect());
    } else {
      object.putNull("effect");
    }
    if (words.of() == Acceptance.Of.REGRESSED) {
      object.put("up_to", words.upTo());
    } else {
      object.putNull("up_to");
    }
    object.put("reason", words.reason()).put("owner", words.owner());
    object.put("expires", words.expires().toString());
    return object.put("at", file + ":" + words.line());
  }

  /// Why other words do not hold.
  public static ArrayNode refused(Acceptances acceptances) {
    ArrayNode list = JSON.arrayNode();
    acceptances.refused().forEach(list::add);
    return list;
  }
}
