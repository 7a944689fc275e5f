package hone.report;

import hone.input.JsonText;
import hone.view.Routine;
import hone.view.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Annotated source as the JSON document of `hone lines --json`: the lines that cost anything.
public final class LinesDocument {

  private LinesDocument() {}

  /// The whole document, on one line.
  public static String of(Listings listings) {
    View view = listings.view();
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.set("profile", ProfileFields.profile(view.whole()));
    document.put("type", view.whole().types().get(view.type()).name());
    document.put("unit", view.whole().types().get(view.type()).unit().name());
    document.put("total", view.total());
    document.set("evidence", ProfileFields.evidence(listings.evidence()));
    document.put("revision", listings.revision().orElse(null));
    ArrayNode functions = document.putArray("functions");
    for (Listing listing : listings.functions()) {
      Routine routine = listing.routine();
      ObjectNode row = functions.addObject();
      row.put("function", routine.function());
      row.put("file", routine.file().isEmpty() ? null : routine.file());
      row.put("path", listing.path().orElse(null));
      row.put("unread", listing.unread().orElse(null));
      row.put("flat", routine.flat());
      row.put("cum", routine.cumulative());
      ArrayNode lines = row.putArray("lines");
      for (Routine.Line line : routine.lines()) {
        boolean known = line.number() > 0 && line.number() <= listing.text().size();
        ObjectNode each = lines.addObject();
        each.put("line", line.number() == 0 ? null : (Integer) line.number());
        each.put("flat", line.flat());
        each.put("cum", line.cumulative());
        each.put("text", known ? listing.text().get(line.number() - 1) : null);
      }
    }
    return JsonText.line(document);
  }
}
