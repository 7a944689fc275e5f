package hone.report;

import hone.analysis.Hotspot;
import hone.analysis.Place;
import hone.input.JsonText;
import hone.profile.Profile;
import hone.profile.ValueType;
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
    long total = top.total();
    ObjectNode document = JSON.createObjectNode();
    document.set("profile", ProfileFields.profile(profile));
    document.put("type", type.name());
    document.put("unit", type.unit().name());
    document.put("total", total);
    document.set("evidence", ProfileFields.evidence(top.evidence()));
    ArrayNode functions = document.putArray("functions");
    top.hotspots().forEach(hotspot -> functions.add(function(hotspot, total)));
    return JsonText.line(document);
  }

  private static ObjectNode function(Hotspot hotspot, long total) {
    ObjectNode node = JSON.createObjectNode();
    ProfileFields.place(
        node, new Place(hotspot.address(), hotspot.function(), hotspot.file(), hotspot.line()));
    node.put("flat", hotspot.flat());
    node.put("flat_percentage", ProfileFields.percentage(hotspot.flat(), total));
    node.put("cum", hotspot.cumulative());
    node.put("cum_percentage", ProfileFields.percentage(hotspot.cumulative(), total));
    return node;
  }
}
